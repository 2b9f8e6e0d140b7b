import { describe, expect, it } from 'vitest';
import type { RoomSubject } from '#lib/domain/chat/rooms.ts';
import { testMessage } from '../testing/testMessage.ts';
import { messageRights } from './messageRights.ts';

const member: RoomSubject = {
  kind: 'room',
  isPrivate: false,
  spaceRole: 'member',
  roomRole: 'member',
  isMuted: false,
};
const offered = (subject: Partial<RoomSubject>, over: Parameters<typeof testMessage>[0], selfId = 'me') =>
  Object.entries(messageRights({ ...member, ...subject }, testMessage(over), selfId))
    .filter(([, may]) => may)
    .map(([name]) => name);

describe('what is offered with a message', () => {
  it.each<[string, string[], Partial<RoomSubject>, Parameters<typeof testMessage>[0]]>([
    ['somebody else’s', ['mayReply', 'mayReact', 'mayReport', 'hasWords'], {}, { seq: 1 }],
    ['my own', ['mayReply', 'mayReact', 'mayEdit', 'mayDelete', 'hasWords'], {}, { seq: 1, userId: 'me' }],
    [
      'a moderator’s view',
      ['mayReply', 'mayReact', 'mayDelete', 'mayPin', 'mayReport', 'mayReadRevisions', 'hasWords'],
      { spaceRole: 'moderator' },
      { seq: 1, editedAt: '2026-01-01T00:00:00.000Z' },
    ],
    ['a tombstone', [], {}, { seq: 1, content: '', deletedAt: '2026-01-01T00:00:00.000Z' }],
    [
      'a tombstone to who looks after the room',
      ['mayReadRevisions'],
      { roomRole: 'admin' },
      { seq: 1, content: '', deletedAt: '2026-01-01T00:00:00.000Z' },
    ],
    ['while muted', ['mayDelete', 'hasWords'], { isMuted: true }, { seq: 1, userId: 'me' }],
    ['to who is no member', ['mayReport', 'hasWords'], { roomRole: null }, { seq: 1 }],
    [
      'in a direct room',
      ['mayReply', 'mayReact', 'mayPin', 'mayReport', 'hasWords'],
      { kind: 'direct', isPrivate: true },
      { seq: 1 },
    ],
    ['in a bubble', ['mayReply', 'mayReact', 'hasWords'], { kind: 'bubble', isPrivate: true }, { seq: 1 }],
    [
      'my voice message',
      ['mayReply', 'mayReact', 'mayDelete'],
      {},
      { seq: 1, userId: 'me', type: 'voice', content: '' },
    ],
  ])('%s', (_, names, subject, over) => expect(offered(subject, over)).toEqual(names));
});
