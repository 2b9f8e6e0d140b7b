import { describe, expect, it } from 'vitest';
import type { MessageRights } from '../message/messageRights.ts';
import { actOfKey, stepInRows } from './listKeys.ts';

describe('keys in the list of messages', () => {
  it.each([
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 9, 9],
    ['PageUp', 5, 0],
    ['PageDown', 0, 8],
    ['Home', 5, 0],
    ['End', 0, 9],
    ['x', 5, null],
  ])('%s from %d leads to %d', (key, at, to) => expect(stepInRows(key, at, 10)).toBe(to));

  it('lead nowhere in an empty list', () => expect(stepInRows('ArrowUp', -1, 0)).toBeNull());

  const none: MessageRights = {
    mayReply: false,
    mayReact: false,
    mayEdit: false,
    mayDelete: false,
    mayPin: false,
    mayReport: false,
    mayReadRevisions: false,
    hasWords: false,
  };

  it.each([
    ['r', { mayReply: true }, 'reply'],
    ['R', { mayReply: true }, 'reply'],
    ['r', {}, null],
    ['e', { mayEdit: true }, 'edit'],
    ['e', {}, null],
    ['t', {}, 'showThread'],
    ['Delete', { mayDelete: true }, 'delete'],
    ['Delete', {}, null],
    ['m', {}, null],
  ] as const)('%s with %j does %s', (key, rights, act) =>
    expect(actOfKey(key, { ...none, ...rights })).toBe(act),
  );
});
