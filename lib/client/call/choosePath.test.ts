import { describe, expect, test } from 'vitest';
import { choosePath, isCarried, isKindCarried, shownConnection } from './choosePath.ts';
import { noRemoteMedia, type RemoteMedia } from './MediaPath.ts';

const both = { audio: true, video: true };

function live(change: Partial<RemoteMedia> = {}): RemoteMedia {
  return { ...noRemoteMedia, connection: 'live', ...change };
}

const carried = live({ hasAudioArrived: true, hasVideoArrived: true });

describe('isCarried', () => {
  test.each([
    ['everything came', carried, both, false, true],
    ['sound only', live({ hasAudioArrived: true }), both, false, false],
    ['sound only, camera off', live({ hasAudioArrived: true }), { audio: true, video: false }, false, true],
    ['nothing, both off', live(), { audio: false, video: false }, false, true],
    ['nothing, patience over', live(), both, true, true],
    ['not connected, patience over', noRemoteMedia, both, true, false],
    ['reconnecting', { ...carried, connection: 'reconnecting' as const }, both, false, false],
  ])('%s', (_, remote, expected, isPatienceOver, outcome) => {
    expect(isCarried(remote, expected, isPatienceOver)).toBe(outcome);
  });
});

describe('isKindCarried', () => {
  test('sound does not wait for the picture', () => {
    const remote = live({ hasAudioArrived: true });
    expect(isKindCarried('audio', remote, both, false)).toBe(true);
    expect(isKindCarried('video', remote, both, false)).toBe(false);
  });
});

describe('shownConnection', () => {
  test('a connected path that has brought nothing yet is still connecting', () => {
    expect(shownConnection(live(), both, false)).toBe('connecting');
    expect(shownConnection(live({ hasAudioArrived: true }), both, false)).toBe('live');
    expect(shownConnection(live(), { audio: false, video: false }, false)).toBe('live');
    expect(shownConnection(live(), both, true)).toBe('live');
    expect(shownConnection({ ...carried, connection: 'reconnecting' }, both, false)).toBe('reconnecting');
  });
});

describe('choosePath', () => {
  const old = (remote: RemoteMedia) => ({ path: 'old', remote });
  const now = (remote: RemoteMedia) => ({ path: 'new', remote });

  test('somebody new is taken from the newest path at once', () => {
    expect(choosePath(null, now(noRemoteMedia), false)).toBe('new');
  });

  test('the old path stays until the new one carries', () => {
    expect(choosePath(old(carried), now(live()), false)).toBe('old');
    expect(choosePath(old(carried), now(carried), true)).toBe('new');
  });

  test('a broken old path is left for a connected new one, not for an unconnected one', () => {
    const broken = { ...carried, connection: 'reconnecting' as const };
    expect(choosePath(old(broken), now(live()), false)).toBe('new');
    expect(choosePath(old(broken), now(noRemoteMedia), false)).toBe('old');
  });
});
