import { expect, test } from 'vitest';
import { createDevices } from '../devices/createDevices.ts';
import { mediaStateOf } from '../devices/deviceState.ts';
import { MemoryDevices, memoryEnvironment } from '../devices/memoryDevices.ts';
import { createMemorySession } from '../session/memorySession.ts';
import { mira } from '../space/testing.ts';
import { obeyMuting } from './obeyMuting.ts';

test('a muting switches the microphone off until it is switched on by hand, and the camera stays', async () => {
  const hardware = new MemoryDevices();
  hardware.plug('audioinput', 'microphone');
  hardware.plug('videoinput', 'camera');
  const devices = createDevices(memoryEnvironment(hardware));
  await devices.start();
  const { session, server, flush, subscriptionCount } = createMemorySession();
  const stop = obeyMuting(session, devices);
  server.send('/space', 'muted', { by: mira });
  await flush();
  expect(mediaStateOf(devices.store.getState())).toEqual({ audio: false, video: true });
  await devices.setMicrophoneOn(true);
  expect(mediaStateOf(devices.store.getState())).toEqual({ audio: true, video: true });
  stop();
  expect(subscriptionCount()).toBe(0);
  devices.dispose();
});
