import type { CaptureKind, DevicesState, RefusalReason } from '#lib/client/devices/deviceState.ts';

/** What could not be had, and why. */
export interface DeviceProblem {
  readonly reason: RefusalReason;
  readonly what: CaptureKind | 'both';
}

/** The one thing worth saying about microphone and camera, the wider one first; null when all is well. */
export function deviceProblemOf(state: Pick<DevicesState, 'microphone' | 'camera'>): DeviceProblem | null {
  const microphone = state.microphone.status === 'refused' ? state.microphone.reason : null;
  const camera = state.camera.status === 'refused' ? state.camera.reason : null;
  if (camera !== null && camera === microphone) return { reason: camera, what: 'both' };
  if (microphone !== null) return { reason: microphone, what: 'microphone' };
  return camera === null ? null : { reason: camera, what: 'camera' };
}
