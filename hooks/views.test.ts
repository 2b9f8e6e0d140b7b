import { describe, expect, it } from 'vitest';
import { type CallParticipant, type CallState, newParticipant, noCall } from '#lib/client/call/callState.ts';
import type { RosterEntry } from '#lib/protocol/catalogue.ts';
import { newcomers } from './newcomers.ts';
import { peopleView } from './peopleView.ts';
import { tileViews } from './tileView.ts';

function entry(entity: number, username: string, more: Partial<RosterEntry> = {}): RosterEntry {
  return {
    entity,
    userId: `user-${entity}`,
    username,
    presence: 'online',
    cast: 'mira',
    role: 'guest',
    status: null,
    pronouns: null,
    isResident: false,
    isReconnecting: false,
    ...more,
  };
}

function participant(entity: number, username: string, more: Partial<CallParticipant> = {}): CallParticipant {
  const base = { x: 0, y: 0, cast: 'mira', isResident: false, audio: true, video: true, screen: false };
  const ids = { sessionId: `session-${entity}`, userId: `user-${entity}` };
  return { ...newParticipant({ ...base, ...ids, username }), connection: 'live', ...more };
}

function call(...participants: CallParticipant[]): CallState {
  return {
    kind: 'active',
    callId: 'c',
    roomId: null,
    epoch: 1,
    mode: 'p2p',
    isSelfSpeaking: true,
    participants,
  };
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

describe('peopleView of somebody', () => {
  it('has their role, their own words, and whether I block them', () => {
    const more = { role: 'moderator', status: 'In the garden', pronouns: 'she/her' } as const;
    const view = peopleView({
      roster: [entry(1, 'Mira', more), entry(2, 'Jonas')],
      selfEntity: null,
      call: noCall,
      blocked: new Set(['user-2']),
      isSelfMuted: false,
    });
    expect(
      view.inSpace.map(({ name, role, note, pronouns, isBlocked }) => [
        name,
        role,
        note,
        pronouns,
        isBlocked,
      ]),
    ).toEqual([
      ['Jonas', 'guest', null, null, true],
      ['Mira', 'moderator', 'In the garden', 'she/her', false],
    ]);
  });
});

describe('newcomers', () => {
  it('are those who are in the call now and were not before', () => {
    const jonas = participant(2, 'Jonas');
    const mira = participant(1, 'Mira');
    expect(newcomers(noCall, call(jonas)).map(({ username }) => username)).toEqual(['Jonas']);
    expect(newcomers(call(jonas), call(jonas, mira)).map(({ username }) => username)).toEqual(['Mira']);
    expect(newcomers(call(jonas, mira), call(mira))).toEqual([]);
    expect(newcomers(call(jonas), noCall)).toEqual([]);
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
