import { type DevicesState, isCameraUsed, isMicrophoneUsed } from '#lib/client/devices/deviceState.ts';

/** Key of the words on the button: what one enters with, when that is less than everything. */
export function enterWords(
  state: Pick<DevicesState, 'camera' | 'microphone' | 'isCameraOn' | 'isMicrophoneOn'>,
): 'enter' | 'enterWithout' | 'enterSilent' {
  if (isCameraUsed(state)) return 'enter';
  return isMicrophoneUsed(state) ? 'enterWithout' : 'enterSilent';
}
