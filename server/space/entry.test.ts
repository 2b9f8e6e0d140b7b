import { describe, expect, it } from 'vitest';
import { type Role, roles } from '#lib/domain/access/roles.ts';
import { type Visibility, visibilities } from '#lib/domain/access/standing.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { judgeEntry, type Visitor } from './entry.ts';
import { newSpace } from './testing/newSpace.ts';

const profile = {
  username: 'Alice',
  cast: 'mira',
  status: null,
  pronouns: null,
  availability: 'online',
} as const;
const open = { isLocked: false, archivedAt: null, deletedAt: null, version: 1 };
const plain = { membership: null, isBanned: false, isOperator: false, isGuest: true } as const;
const outside = { present: 0, isInside: false };

function visitor(
  space: Partial<Visitor['space']> = {},
  standing: Partial<Visitor['standing']> = {},
): Visitor {
  return {
    space: { ...newSpace(), ...open, ...space },
    standing: { ...plain, ...standing },
    profile,
    blockParties: [],
  };
}

function outcomeOf(who: Visitor, inside = outside): string {
  try {
    return judgeEntry(who, inside).role;
  } catch (error) {
    if (error instanceof RefusedError) return error.code;
    throw error;
  }
}

describe('who comes in, and as what', () => {
  const strangers: Record<Visibility, string> = {
    public: 'guest',
    unlisted: 'guest',
    password: 'password_required',
    invite: 'invitation_required',
  };
  const table = visibilities.flatMap((visibility) =>
    [null, ...roles].map((membership) => ({ visibility, membership })),
  );

  it.each(table)('$visibility, member as $membership', ({ visibility, membership }) => {
    const expected = membership ?? strangers[visibility];
    expect(outcomeOf(visitor({ visibility }, { membership }))).toBe(expected);
    expect(outcomeOf(visitor({ visibility }, { membership, isBanned: true }))).toBe('banned');
    expect(outcomeOf(visitor({ visibility }, { membership, isBanned: true, isOperator: true }))).toBe(
      'owner',
    );
  });

  it.each<[string, Partial<Visitor['space']>, { present: number; isInside: boolean }, Role | null, string]>([
    ['a deleted space', { deletedAt: '2026-01-01T00:00:00.000Z' }, outside, 'owner', 'not_found'],
    ['an archived space', { archivedAt: '2026-01-01T00:00:00.000Z' }, outside, 'owner', 'space_archived'],
    [
      'an archived space, from inside',
      { archivedAt: 'x' },
      { present: 1, isInside: true },
      null,
      'space_archived',
    ],
    ['a locked space', { isLocked: true }, outside, 'member', 'space_locked'],
    ['a locked space, to a moderator', { isLocked: true }, outside, 'moderator', 'moderator'],
    ['a locked space, from inside', { isLocked: true }, { present: 1, isInside: true }, null, 'guest'],
    ['a full space', { capacity: 2 }, { present: 2, isInside: false }, 'member', 'space_full'],
    [
      'a full space, to a moderator',
      { capacity: 2 },
      { present: 2, isInside: false },
      'moderator',
      'moderator',
    ],
    ['a full space, from inside', { capacity: 2 }, { present: 2, isInside: true }, null, 'guest'],
    ['room for one more', { capacity: 2 }, { present: 1, isInside: false }, null, 'guest'],
  ])('%s', (_name, space, inside, membership, expected) => {
    expect(outcomeOf(visitor(space, { membership }), inside)).toBe(expected);
  });
});
