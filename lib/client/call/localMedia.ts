import { type DevicesState, mediaStateOf, trackOf } from '../devices/deviceState.ts';
import type { LocalMedia } from './MediaPath.ts';
import type { ShareState } from './screen/createScreenShare.ts';

/** The own tracks as they are to be sent now. */
export function localMediaOf({ microphone, camera }: DevicesState, share: ShareState): LocalMedia {
  const [screen, screenAudio] = share.kind === 'on' ? [share.video, share.audio] : [null, null];
  return { audio: trackOf(microphone), video: trackOf(camera), screen, screenAudio };
}

export function isSameMedia(a: LocalMedia, b: LocalMedia): boolean {
  return (Object.keys(a) as (keyof LocalMedia)[]).every((slot) => a[slot] === b[slot]);
}

/** What the others are told: whether one can be heard and seen, and shows a screen. */
export function ownMediaState(
  devices: DevicesState,
  share: ShareState,
): { audio: boolean; video: boolean; screen: boolean } {
  return { ...mediaStateOf(devices), screen: share.kind === 'on' };
}
