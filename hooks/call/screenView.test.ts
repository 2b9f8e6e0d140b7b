import { describe, expect, it } from 'vitest';
import { type CallState, newParticipant, noCall } from '#lib/client/call/callState.ts';
import { MemoryTrack } from '#lib/client/media/MemoryTrack.ts';
import { autoStage, type ScreenView, screenViews, shrunkStage, stagedScreen } from './screenView.ts';

const self = { sessionId: 'me', name: 'Mira' };
const off = { kind: 'off' } as const;

function call(...sharers: string[]): CallState {
  const participants = ['Jonas', 'Amara', 'Noor'].map((username) => {
    const ids = { sessionId: username, userId: `user-${username}`, username, cast: 'mira' };
    const state = { isResident: false, audio: true, video: true, screen: sharers.includes(username) };
    return newParticipant({ ...ids, ...state, x: 0, y: 0 });
  });
  const base = { kind: 'active', callId: 'c', roomId: null, epoch: 1, mode: 'sfu' } as const;
  return { ...base, isSelfSpeaking: false, participants };
}

const screens = (...names: string[]): readonly ScreenView[] => screenViews(call(...names), self, off);
const nameOf = (view: ScreenView | null): string | null => view?.name ?? null;

describe('screenViews', () => {
  it('are those who share, in the order of the tiles, the own one last', () => {
    const video = new MemoryTrack('video', 'screen');
    const views = screenViews(call('Noor', 'Jonas'), self, { kind: 'on', video, audio: null });
    expect(views.map(({ name, isSelf, track }) => [name, isSelf, track])).toEqual([
      ['Jonas', false, null],
      ['Noor', false, null],
      ['Mira', true, video],
    ]);
  });

  it('are none without a call', () => {
    expect(screenViews(noCall, self, off)).toEqual([]);
  });
});

describe('stagedScreen', () => {
  it('is undecided the last of the others, and never by itself the own one', () => {
    expect(nameOf(stagedScreen(screens('Jonas', 'Noor'), autoStage))).toBe('Noor');
    const own: ScreenView = { ...self, isSelf: true, track: null };
    expect(stagedScreen([own], autoStage)).toBeNull();
    expect(stagedScreen([own], { kind: 'pinned', sessionId: 'me' })).toBe(own);
  });

  it('is the pinned one as long as it is shared', () => {
    const choice = { kind: 'pinned', sessionId: 'Jonas' } as const;
    expect(nameOf(stagedScreen(screens('Jonas', 'Noor'), choice))).toBe('Jonas');
    expect(nameOf(stagedScreen(screens('Noor'), choice))).toBe('Noor');
  });

  it('stays small after it was made so, until somebody else shares', () => {
    const choice = shrunkStage(screens('Jonas'));
    expect(stagedScreen(screens('Jonas'), choice)).toBeNull();
    expect(nameOf(stagedScreen(screens('Jonas', 'Amara'), choice))).toBe('Amara');
  });
});
