import type { MediaDevicesPort } from './capture.ts';
import type { DeviceChoice, DevicesState } from './deviceState.ts';

/**
 * Lists what can be chosen. Browsers name nothing (empty ids and labels) before the person has allowed devices; such
 * entries cannot be chosen and are left out.
 */
export async function listDevices(mediaDevices: MediaDevicesPort): Promise<DevicesState['lists']> {
  const all = await mediaDevices.enumerateDevices();
  const ofKind = (kind: MediaDeviceKind): DeviceChoice[] =>
    all
      .filter((each) => each.kind === kind && each.deviceId !== '')
      .map(({ deviceId, label }) => ({ deviceId, label }));
  return { microphone: ofKind('audioinput'), camera: ofKind('videoinput'), speaker: ofKind('audiooutput') };
}
