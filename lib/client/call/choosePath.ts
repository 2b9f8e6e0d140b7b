import type { PathConnection, RemoteMedia } from './MediaPath.ts';
import type { MediaKind } from './mediaStats.ts';

/** Media of a person that is to be expected: what they say is on. */
export interface Expected {
  readonly audio: boolean;
  readonly video: boolean;
}

/**
 * Whether a person's sound or picture is carried by a path: it is connected, and what is expected really arrives.
 * `isPatienceOver`: a connected path need not wait any longer for media that does not come (a frozen camera).
 */
export function isKindCarried(
  kind: MediaKind,
  remote: RemoteMedia,
  expected: Expected,
  isPatienceOver: boolean,
): boolean {
  if (remote.connection !== 'live') return false;
  const hasArrived = kind === 'audio' ? remote.hasAudioArrived : remote.hasVideoArrived;
  return hasArrived || !expected[kind] || isPatienceOver;
}

/** Whether a path carries all of a person. */
export function isCarried(remote: RemoteMedia, expected: Expected, isPatienceOver: boolean): boolean {
  return (
    isKindCarried('audio', remote, expected, isPatienceOver) &&
    isKindCarried('video', remote, expected, isPatienceOver)
  );
}

/**
 * How the connection to a person is shown: a path that is connected but has brought nothing of them yet is still
 * connecting (in the SFU's room one may be there before the other).
 */
export function shownConnection(
  remote: RemoteMedia,
  expected: Expected,
  isPatienceOver: boolean,
): PathConnection {
  const isAnythingExpected = expected.audio || expected.video;
  const hasAnythingArrived = remote.hasAudioArrived || remote.hasVideoArrived;
  const isWaiting =
    remote.connection === 'live' && isAnythingExpected && !hasAnythingArrived && !isPatienceOver;
  return isWaiting ? 'connecting' : remote.connection;
}

/** One path as the choice sees it. */
export interface Candidate<P> {
  readonly path: P;
  readonly remote: RemoteMedia;
}

/**
 * Which path to take a person's sound, or picture, from. Make before break: what is taken stays until the new path
 * carries it, unless it is broken itself and the new one is at least connected.
 * @param shown the path taken now, if it is still open.
 * @param current the path of the newest plan.
 * @param isCarriedNow whether the newest path carries it.
 */
export function choosePath<P>(shown: Candidate<P> | null, current: Candidate<P>, isCarriedNow: boolean): P {
  if (shown === null || isCarriedNow) return current.path;
  const isShownBroken = shown.remote.connection !== 'live';
  return isShownBroken && current.remote.connection === 'live' ? current.path : shown.path;
}
