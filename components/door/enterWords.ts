import type { DevicesState } from '#lib/client/devices/deviceState.ts';

/** Key of the words on the button: what one enters with, when that is less than everything. */
export function enterWords(
  state: Pick<DevicesState, 'camera' | 'microphone' | 'isCameraOn' | 'isMicrophoneOn'>,
): 'enter' | 'enterWithout' | 'enterSilent' {
  const hasCamera = state.isCameraOn && state.camera.status !== 'refused';
  const hasMicrophone = state.isMicrophoneOn && state.microphone.status !== 'refused';
  if (hasCamera) return 'enter';
  return hasMicrophone ? 'enterWithout' : 'enterSilent';
}
