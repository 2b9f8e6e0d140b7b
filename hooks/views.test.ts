import { describe, expect, it } from 'vitest';
import { type CallParticipant, type CallState, newParticipant, noCall } from '#lib/client/call/callState.ts';
import type { RosterEntry } from '#lib/protocol/catalogue.ts';
import { peopleView } from './peopleView.ts';
import { tileViews } from './tileView.ts';

function entry(entity: number, username: string, more: Partial<RosterEntry> = {}): RosterEntry {
  return {
    entity,
    userId: `user-${entity}`,
    username,
    presence: 'online',
    cast: 'mira',
    isResident: false,
    isReconnecting: false,
    ...more,
  };
}

function participant(entity: number, username: string, more: Partial<CallParticipant> = {}): CallParticipant {
  const base = { x: 0, y: 0, cast: 'mira', isResident: false, audio: true, video: true };
  const ids = { sessionId: `session-${entity}`, userId: `user-${entity}` };
  return { ...newParticipant({ ...base, ...ids, username }), connection: 'live', ...more };
}

function call(...participants: CallParticipant[]): CallState {
  return { kind: 'active', callId: 'c', epoch: 1, mode: 'p2p', isSelfSpeaking: true, participants };
}

const roster = [entry(1, 'Mira'), entry(2, 'Jonas'), entry(3, 'Amara', { presence: 'in-call' })];

describe('peopleView', () => {
  it('puts those of the call first and the own person last among them', () => {
    const view = peopleView({
      roster,
      selfEntity: 1,
      call: call(participant(2, 'Jonas')),
      isSelfMuted: false,
    });
    expect(view.withYou.map(({ name, status }) => [name, status])).toEqual([
      ['Jonas', 'online'],
      ['Mira', 'speaking'],
    ]);
    expect(view.inSpace.map(({ name, status }) => [name, status])).toEqual([['Amara', 'inCall']]);
  });

  it('has nobody with me while there is no call', () => {
    const view = peopleView({ roster, selfEntity: 1, call: noCall, isSelfMuted: true });
    expect(view.withYou).toEqual([]);
    expect(view.inSpace.map(({ name }) => name)).toEqual(['Amara', 'Jonas', 'Mira']);
  });
});

describe('tileViews', () => {
  const self = { sessionId: 's', userId: 'u', name: 'Mira', cast: 'mira', isMuted: true, videoTrack: null };

  it('ends with the own tile, which does not speak while it is muted', () => {
    const tiles = tileViews(call(participant(2, 'Jonas', { audio: false, isSpeaking: true })), self);
    expect(tiles.map(({ name, isSelf, isMuted, isSpeaking }) => [name, isSelf, isMuted, isSpeaking])).toEqual(
      [
        ['Jonas', false, true, false],
        ['Mira', true, true, false],
      ],
    );
  });

  it('is empty without a call', () => {
    expect(tileViews(noCall, self)).toEqual([]);
  });
});
