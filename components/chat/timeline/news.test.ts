import { expect, it } from 'vitest';
import { testMessage } from '../testing/testMessage.ts';
import { newsFrom, seenMessage } from './news.ts';

const messages = [
  testMessage({ seq: 3 }),
  testMessage({ seq: 5, userId: 'me' }),
  testMessage({ seq: 6, deletedAt: '2026-01-01T00:00:00.000Z' }),
  testMessage({ seq: 8 }),
];

it('news are what others wrote since, and what still stands', () => {
  expect(newsFrom(messages, 0, 'me').map(({ seq }) => seq)).toEqual([3, 8]);
  expect(newsFrom(messages, 3, 'me').map(({ seq }) => seq)).toEqual([8]);
  expect(newsFrom(messages, 8, 'me')).toEqual([]);
});

it('only my own last word is said to be seen', () => {
  expect(seenMessage(messages, 'me', 99)).toBeNull();
  const mine = messages.slice(0, 2);
  expect(seenMessage(mine, 'me', 4)).toBeNull();
  expect(seenMessage(mine, 'me', 5)?.seq).toBe(5);
  expect(seenMessage([], 'me', 5)).toBeNull();
});
