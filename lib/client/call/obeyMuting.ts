import type { Devices } from '../devices/createDevices.ts';
import type { Signaling, Unsubscribe } from '../session/Signaling.ts';
import { type ReportProblem, reportToConsole } from './problems.ts';

/**
 * Switches the own microphone off when a moderator did so. It stays open and silent, as if switched off by hand, and the
 * call tells the others; only the person switches it on again.
 */
export function obeyMuting(
  signaling: Pick<Signaling, 'on'>,
  devices: Pick<Devices, 'setMicrophoneOn'>,
  report: ReportProblem = reportToConsole,
): Unsubscribe {
  return signaling.on('/space', 'muted', () => {
    devices
      .setMicrophoneOn(false)
      .catch((error: unknown) => report('the microphone was not switched off', error));
  });
}
