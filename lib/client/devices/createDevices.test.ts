import { describe, expect, test, vi } from 'vitest';
import { createDevices } from './createDevices.ts';
import { mediaStateOf } from './deviceState.ts';
import { MemoryDevices, memoryEnvironment } from './memoryDevices.ts';

/** A laptop with one of each, or only what is named. */
function laptop(...only: string[]): MemoryDevices {
  const devices = new MemoryDevices();
  const all = [
    ['audioinput', 'mic'],
    ['videoinput', 'cam'],
    ['audiooutput', 'speaker'],
  ] as const;
  for (const [kind, deviceId] of all)
    if (only.length === 0 || only.includes(deviceId)) devices.plug(kind, deviceId);
  return devices;
}

function setUp(computer: MemoryDevices | undefined = laptop(), stored = new Map<string, string>()) {
  const environment = memoryEnvironment(computer, stored);
  return { environment, devices: createDevices(environment) };
}

describe('opening', () => {
  test('1 asks for both at once, and lists what there is', async () => {
    const computer = laptop();
    const { devices } = setUp(computer);
    await devices.start();
    const { microphone, camera, lists } = devices.store.getState();
    expect(computer.asked).toEqual(['microphone+camera']);
    expect([microphone.status, camera.status]).toEqual(['live', 'live']);
    expect(lists.speaker).toEqual([{ deviceId: 'speaker', label: 'the speaker' }]);
  });

  test('2 somebody with only a microphone gets in', async () => {
    const computer = laptop('mic');
    const { devices } = setUp(computer);
    await devices.start();
    expect(devices.store.getState().microphone).toMatchObject({ status: 'live', label: 'the mic' });
    expect(devices.store.getState().camera).toEqual({ status: 'refused', reason: 'missing' });
    expect(computer.asked).toEqual(['microphone+camera', 'microphone', 'camera']);
    expect(mediaStateOf(devices.store.getState())).toEqual({ audio: true, video: false });
  });

  test('3 a busy camera is told apart from a missing one', async () => {
    const computer = laptop();
    computer.busy.add('cam');
    const { devices } = setUp(computer);
    await devices.start();
    expect(devices.store.getState().camera).toEqual({ status: 'refused', reason: 'busy' });
    expect(devices.store.getState().microphone.status).toBe('live');
  });

  test('4 a "no" to both is not asked again', async () => {
    const computer = laptop();
    computer.forbidden.add('microphone').add('camera');
    const { devices } = setUp(computer);
    await devices.start();
    expect(computer.asked).toEqual(['microphone+camera']);
    expect(devices.store.getState().microphone).toEqual({ status: 'refused', reason: 'denied' });
  });

  test('5 a camera forbidden before does not take the microphone with it', async () => {
    const computer = laptop();
    computer.forbidden.add('camera');
    const { devices } = setUp(computer);
    await devices.start();
    expect(devices.store.getState().microphone.status).toBe('live');
    expect(devices.store.getState().camera).toEqual({ status: 'refused', reason: 'denied' });
  });

  test('6 an insecure page is recognised', async () => {
    const environment = memoryEnvironment(undefined);
    const devices = createDevices(environment);
    await devices.start();
    expect(devices.store.getState().camera).toEqual({ status: 'refused', reason: 'insecure' });
  });

  test('7 starting twice opens nothing twice', async () => {
    const computer = laptop();
    const { devices } = setUp(computer);
    await Promise.all([devices.start(), devices.start()]);
    await devices.start();
    expect(computer.openTracks).toHaveLength(2);
  });

  test('8 after a refusal it can be tried again', async () => {
    const computer = laptop();
    computer.busy.add('cam');
    const { devices } = setUp(computer);
    await devices.start();
    computer.busy.clear();
    await devices.start();
    expect(devices.store.getState().camera.status).toBe('live');
    expect(computer.openTracks).toHaveLength(2);
  });
});

describe('switching', () => {
  test('9 the microphone is muted, not closed', async () => {
    const computer = laptop();
    const { devices } = setUp(computer);
    await devices.start();
    await devices.setMicrophoneOn(false);
    expect(computer.openTracks.map((track) => [track.kind, track.enabled])).toEqual([
      ['audio', false],
      ['video', true],
    ]);
    await devices.setMicrophoneOn(true);
    expect(computer.tracks).toHaveLength(2);
    expect(computer.tracks[0]?.enabled).toBe(true);
  });

  test('10 the camera is closed, so that its light goes out, and opened again', async () => {
    const computer = laptop();
    const { devices } = setUp(computer);
    await devices.start();
    await devices.setCameraOn(false);
    expect(computer.openTracks.map((track) => track.kind)).toEqual(['audio']);
    expect(devices.store.getState().camera).toEqual({ status: 'idle' });
    await devices.setCameraOn(true);
    expect(computer.openTracks.map((track) => track.kind)).toEqual(['audio', 'video']);
  });

  test('11 a camera switched off while it opens does not stay on', async () => {
    const computer = laptop();
    const { devices } = setUp(computer);
    const opening = devices.setCameraOn(true);
    await devices.setCameraOn(false);
    await opening;
    expect(computer.openTracks).toEqual([]);
    expect(devices.store.getState().camera).toEqual({ status: 'idle' });
  });

  test('12 what is off is not opened at the start', async () => {
    const computer = laptop();
    const { devices } = setUp(computer);
    await devices.setCameraOn(false);
    await devices.start();
    expect(computer.asked).toEqual(['microphone']);
  });
});

describe('choosing', () => {
  test('13 another microphone takes the place of the first, and is remembered', async () => {
    const computer = laptop();
    computer.plug('audioinput', 'headset');
    const { devices, environment } = setUp(computer);
    await devices.start();
    await devices.choose('microphone', 'headset');
    expect(devices.store.getState().microphone).toMatchObject({ status: 'live', deviceId: 'headset' });
    expect(computer.openTracks.map((track) => track.label)).toEqual(['the cam', 'the headset']);
    const { devices: next } = setUp(computer, environment.stored);
    expect(next.store.getState().chosen.microphone).toBe('headset');
  });

  test('14 a muted microphone stays muted when it is changed', async () => {
    const computer = laptop();
    computer.plug('audioinput', 'headset');
    const { devices } = setUp(computer);
    await devices.start();
    await devices.choose('microphone', 'headset');
    await devices.setMicrophoneOn(false);
    await devices.choose('microphone', 'mic');
    expect(
      computer.openTracks.filter((track) => track.kind === 'audio').every((track) => !track.enabled),
    ).toBe(true);
  });

  test("15 a remembered device that is gone is replaced by the system's choice", async () => {
    const stored = new Map([['vicinity.devices', '{"microphone":"gone","camera":"","speaker":""}']]);
    const { devices } = setUp(laptop(), stored);
    await devices.start();
    expect(devices.store.getState().microphone).toMatchObject({ status: 'live', deviceId: 'mic' });
  });

  test('16 damaged memory is forgotten', () => {
    const { devices } = setUp(laptop(), new Map([['vicinity.devices', '{"microphone":7']]));
    expect(devices.store.getState().chosen).toEqual({ microphone: '', camera: '', speaker: '' });
  });

  test('17 the chime plays through the chosen speaker', async () => {
    const { devices, environment } = setUp();
    await devices.choose('speaker', 'speaker');
    await devices.playTestSound();
    expect(environment.chimes).toEqual(['speaker']);
  });
});

describe('unplugging', () => {
  test('18 another camera takes the place of one that is pulled out, and it is said', async () => {
    const computer = laptop();
    computer.plug('videoinput', 'webcam');
    const { devices } = setUp(computer);
    await devices.start();
    computer.unplug('cam');
    await vi.waitFor(() => expect(devices.store.getState().notice).not.toBeNull());
    expect(devices.store.getState().notice).toMatchObject({
      kind: 'camera',
      lost: 'the cam',
      replacedBy: 'the webcam',
    });
    expect(devices.store.getState().camera).toMatchObject({ status: 'live', deviceId: 'webcam' });
    devices.dismissNotice();
    expect(devices.store.getState().notice).toBeNull();
  });

  test('19 with no other, that is said', async () => {
    const computer = laptop();
    const { devices } = setUp(computer);
    await devices.start();
    computer.unplug('mic');
    await vi.waitFor(() =>
      expect(devices.store.getState().notice).toMatchObject({ kind: 'microphone', replacedBy: null }),
    );
    expect(devices.store.getState().microphone).toEqual({ status: 'refused', reason: 'missing' });
  });

  test("20 a chosen speaker that goes away gives way to the system's", async () => {
    const computer = laptop();
    computer.plug('audiooutput', 'earphones');
    const { devices, environment } = setUp(computer);
    await devices.start();
    await devices.choose('speaker', 'earphones');
    computer.unplug('earphones');
    await vi.waitFor(() => expect(devices.store.getState().notice).toMatchObject({ kind: 'speaker' }));
    expect(devices.store.getState().chosen.speaker).toBe('');
    expect(environment.stored.get('vicinity.devices')).toContain('earphones');
  });
});

describe('measuring and ending', () => {
  test('21 loudness is measured only while somebody listens', async () => {
    const { devices, environment } = setUp();
    const levels: number[] = [];
    await devices.start();
    expect(environment.measured.size).toBe(0);
    const stop = devices.onLevel((level) => levels.push(level));
    expect([environment.measured.size, levels]).toEqual([1, [0.5]]);
    stop();
    expect(environment.measured.size).toBe(0);
  });

  test('22 the measuring follows to another microphone', async () => {
    const computer = laptop();
    computer.plug('audioinput', 'headset');
    const { devices, environment } = setUp(computer);
    devices.onLevel(() => undefined);
    await devices.start();
    await devices.choose('microphone', 'headset');
    expect([...environment.measured].map((track) => track.label)).toEqual(['the headset']);
  });

  test('23 a dispose closes everything, an answer that comes later too', async () => {
    const computer = laptop();
    const { devices, environment } = setUp(computer);
    devices.onLevel(() => undefined);
    const starting = devices.start();
    devices.dispose();
    devices.dispose();
    await starting;
    expect(computer.openTracks).toEqual([]);
    expect([computer.listenerCount, environment.measured.size, environment.timers.pendingCount]).toEqual([
      0, 0, 0,
    ]);
  });

  test('24 at rest nothing is recorded; a start opens what was on', async () => {
    const computer = laptop();
    const { devices } = setUp(computer);
    await devices.start();
    await devices.setCameraOn(false);
    devices.rest();
    expect(computer.openTracks).toEqual([]);
    await devices.start();
    expect(computer.openTracks.map(({ kind }) => kind)).toEqual(['audio']);
  });
});

describe('what devices are like', () => {
  test('25 a phone that opens one camera at a time still changes from one to the other', async () => {
    const computer = laptop();
    computer.plug('videoinput', 'back');
    computer.opensOneCamera = true;
    const { devices } = setUp(computer);
    await devices.start();
    await devices.choose('camera', 'back');
    expect(devices.store.getState().camera).toMatchObject({ status: 'live', label: 'the back' });
  });

  test('26 a missing camera that is plugged in is used at once', async () => {
    const computer = laptop('mic');
    const { devices } = setUp(computer);
    await devices.start();
    computer.plug('videoinput', 'cam');
    await vi.waitFor(() => expect(devices.store.getState().camera.status).toBe('live'));
    expect(computer.asked.at(-1)).toBe('camera');
  });
});
