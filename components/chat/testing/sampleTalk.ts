import type { ChatFile, Message } from '#lib/domain/chat/log.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { testMessage } from './testMessage.ts';

/** People of a talk to look at; “me” is the one who looks. */
export const samplePeople: readonly PersonView[] = [
  { id: 'me', name: 'Mira', cast: 'mira' },
  { id: 'jonas', name: 'Jonas', cast: 'jonas' },
  { id: 'amara', name: 'Amara', cast: 'amara' },
  { id: 'hostile', name: '<b>Eve</b>\u200f', cast: 'tomas' },
];

const at = (clock: string, day = '02'): string => `2026-03-${day}T${clock}:00.000Z`;

const file = (over: Partial<ChatFile>): ChatFile => ({
  id: 'file',
  name: 'plan.pdf',
  type: 'application/pdf',
  sizeBytes: 482_000,
  width: null,
  height: null,
  durationMs: null,
  ...over,
});

/** A talk with one of everything. */
export const sampleMessages: readonly Message[] = [
  testMessage({
    seq: 1,
    userId: 'jonas',
    at: at('16:02', '01'),
    content: 'The plan is on the table.',
    replyCount: 2,
  }),
  testMessage({ seq: 2, userId: 'jonas', at: at('16:03', '01'), type: 'file', content: '', file: file({}) }),
  testMessage({
    seq: 3,
    userId: 'amara',
    at: at('09:12'),
    content:
      'Morning **all**, see https://example.org/plan?page=2 and\n- *first* the lounge\n- then `door.open()`\n\n> Quiet please',
    reactions: [
      { emoji: '👍', userIds: ['me', 'jonas'] },
      { emoji: '🎉', userIds: ['hostile'] },
    ],
    pinnedAt: at('09:20'),
  }),
  testMessage({
    seq: 4,
    userId: 'me',
    at: at('09:15'),
    content: 'On my way, @Amara',
    mentions: [{ userId: 'amara', name: 'Amara' }],
    replyTo: 'message-3',
    editedAt: at('09:16'),
  }),
  testMessage({
    seq: 5,
    userId: 'me',
    at: at('09:16'),
    type: 'voice',
    content: '',
    file: file({ durationMs: 23_000 }),
  }),
  testMessage({ seq: 6, userId: 'amara', at: at('09:18'), content: '', deletedAt: at('09:19') }),
  testMessage({ seq: 7, userId: 'jonas', at: at('09:30'), content: '🎉' }),
  testMessage({
    seq: 8,
    userId: 'jonas',
    at: at('09:31'),
    type: 'image',
    content: '',
    file: file({ name: 'lounge.jpg', type: 'image/jpeg', width: 1_600, height: 900 }),
  }),
  testMessage({
    seq: 9,
    userId: 'hostile',
    at: at('09:40'),
    content: `<script>alert(1)</script> [x](javascript:alert(2)) <img src=x onerror=alert(3)> [https://bank.example](https://evil.example) ${'x'.repeat(300)}\u202e`,
  }),
];
