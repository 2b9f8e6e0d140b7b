import { expect, it } from 'vitest';
import type { RoomSubject } from '#lib/domain/chat/rooms.ts';
import { testMessage, testOutgoing } from '../testing/testMessage.ts';
import { isMutedBy, lastEditable, mayWriteAtMs } from './composerState.ts';
import { emojiMatches } from './emojiData.ts';

const subject: RoomSubject = {
  kind: 'room',
  isPrivate: false,
  spaceRole: 'member',
  roomRole: 'member',
  isMuted: false,
};
const messages = [
  testMessage({ seq: 1, userId: 'me', at: '2026-03-02T10:00:00.000Z' }),
  testMessage({
    seq: 2,
    userId: 'me',
    at: '2026-03-02T10:01:00.000Z',
    deletedAt: '2026-03-02T10:02:00.000Z',
  }),
  testMessage({ seq: 3 }),
];

it('the arrow key edits my last message that is still there', () => {
  expect(lastEditable(messages, 'me')?.seq).toBe(1);
  expect(lastEditable(messages, 'nobody')).toBeNull();
});

it('slow mode counts from my last message, deleted or not, and not for who looks after the room', () => {
  const slow = { room: { slowModeS: 30 }, subject, messages, selfId: 'me' };
  expect(mayWriteAtMs(slow)).toBe(Date.parse('2026-03-02T10:01:30.000Z'));
  expect(mayWriteAtMs({ ...slow, room: { slowModeS: 0 } })).toBe(0);
  expect(mayWriteAtMs({ ...slow, selfId: 'nobody' })).toBe(0);
  expect(mayWriteAtMs({ ...slow, subject: { ...subject, spaceRole: 'moderator' } })).toBe(0);
});

it('whether I am muted is known from the last refusal', () => {
  expect(isMutedBy([testOutgoing({})])).toBe(false);
  expect(isMutedBy([testOutgoing({ status: { kind: 'failed', code: 'filtered', retryAtMs: null } })])).toBe(
    false,
  );
  expect(isMutedBy([testOutgoing({ status: { kind: 'failed', code: 'muted', retryAtMs: null } })])).toBe(
    true,
  );
});

it('names between colons: what begins so comes first, the shortest of them', () => {
  const emojis = [
    { emoji: '😸', label: '', aliases: ['smile_cat'] },
    { emoji: '😄', label: '', aliases: ['smile', 'smiley'] },
    { emoji: '🙂', label: '', aliases: ['slightly_smiling_face'] },
  ];
  expect(emojiMatches(emojis, 'SMI', 5).map(({ emoji }) => emoji)).toEqual(['😄', '😸', '🙂']);
  expect(emojiMatches(emojis, 'smi', 1)).toEqual([{ emoji: '😄', name: 'smile' }]);
  expect(emojiMatches(emojis, 'xyz', 5)).toEqual([]);
});
