import { describe, expect, test } from 'vitest';
import { ManualTimers } from '../Timers.ts';
import { createScreenShare } from './createScreenShare.ts';
import { MemoryScreens } from './memoryScreens.ts';

function openShare() {
  const screens = new MemoryScreens();
  const share = createScreenShare(screens, new ManualTimers());
  return { screens, share, state: () => share.store.getState() };
}

function named(name: string, message = name): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

describe('the own screen', () => {
  test('1 is asked for once, shown with its sound, and stopped by hand without a word', async () => {
    const { screens, share, state } = openShare();
    const starting = share.start();
    expect(state().share.kind).toBe('asking');
    await Promise.all([starting, share.start()]);
    expect(screens.openTracks.map(({ kind }) => kind)).toEqual(['video', 'audio']);
    expect(state().share).toMatchObject({ kind: 'on', video: { contentHint: 'detail' } });
    share.stop();
    expect(screens.openTracks).toEqual([]);
    expect(state()).toEqual({ share: { kind: 'off' }, news: null });
  });

  test('2 is shown without sound where the browser gives none', async () => {
    const { screens, share, state } = openShare();
    screens.hasSound = false;
    await share.start();
    expect(state().share).toMatchObject({ kind: 'on', audio: null });
  });

  test('3 ends with a word when it is stopped in the browser', async () => {
    const { screens, share, state } = openShare();
    await share.start();
    screens.endInBrowser();
    expect(state()).toMatchObject({ share: { kind: 'off' }, news: { what: 'ended', by: 'browser' } });
    expect(screens.openTracks).toEqual([]);
  });

  test('4 goes on when only its sound ends', async () => {
    const { screens, share, state } = openShare();
    await share.start();
    screens.tracks[1]?.unplug();
    expect(state()).toMatchObject({ share: { kind: 'on', audio: null }, news: null });
  });

  test('5 ends with a word when the call does', async () => {
    const { screens, share, state } = openShare();
    share.callEnded();
    expect(state().news).toBeNull();
    await share.start();
    share.callEnded();
    expect(state()).toMatchObject({ share: { kind: 'off' }, news: { what: 'ended', by: 'call' } });
    expect(screens.openTracks).toEqual([]);
  });

  test('6 an answer after the call has ended is thrown away', async () => {
    const { screens, share, state } = openShare();
    const answer = screens.holdAnswer();
    const starting = share.start();
    share.callEnded();
    answer();
    await starting;
    expect([state().share.kind, state().news, screens.openTracks.length]).toEqual(['off', null, 0]);
  });

  test.each([
    [named('NotAllowedError'), 'denied'],
    [named('AbortError'), 'denied'],
    [named('NotAllowedError', 'Permission denied by system'), 'system'],
    [named('NotReadableError'), 'system'],
    [named('NotSupportedError'), 'unsupported'],
    [named('TypeError'), 'unknown'],
  ])('7 %s is told as %s, each time anew', async (refusal, reason) => {
    const { screens, share, state } = openShare();
    screens.refusal = refusal;
    await share.start();
    expect(state()).toMatchObject({ share: { kind: 'off' }, news: { what: 'refused', reason, id: 1 } });
    await share.start();
    expect(state().news?.id).toBe(2);
  });

  test('8 says what is missing where a browser cannot share at all', async () => {
    const insecure = createScreenShare(undefined, new ManualTimers());
    await insecure.start();
    expect(insecure.store.getState().news).toMatchObject({ reason: 'insecure' });
    const phone = createScreenShare({}, new ManualTimers());
    await phone.start();
    expect(phone.store.getState().news).toMatchObject({ reason: 'unsupported' });
  });

  test('9 leaves nothing open when the visit ends', async () => {
    const { screens, share } = openShare();
    await share.start();
    share.dispose();
    share.dispose();
    await share.start();
    expect(screens.openTracks).toEqual([]);
  });
});
