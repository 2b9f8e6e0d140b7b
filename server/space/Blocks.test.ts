import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Blocks } from './Blocks.ts';
import { People } from './People.ts';
import type { Person } from './Person.ts';

const users = ['u0', 'u1', 'u2', 'u3', 'u4'];

/** Everybody, as far as blocks are concerned. */
function everybody(): Person[] {
  const people = new People();
  return users.map((userId) =>
    people.add({
      userId,
      sessionId: `session of ${userId}`,
      isResident: false,
      account: 'guest',
      role: 'guest',
      profile: { username: userId, cast: 'mira', status: null, pronouns: null, availability: 'online' },
      stance: { x: 1, y: 1, facing: 'down' },
      isMoving: false,
      seq: 0,
      stepBucket: { tokens: 1, atMs: 0 },
      isReconnecting: false,
      isInCall: false,
      audio: false,
      video: false,
      screen: false,
    }),
  );
}

const idsOf = (pairs: [Person, Person][]): string[] => pairs.map(([a, b]) => `${a.userId} ${b.userId}`);

describe('blocks', () => {
  it('1. separates both, whichever of them was read', () => {
    const blocks = new Blocks();
    expect(blocks.set('u1', ['u0', 'somebody elsewhere'])).toBe(true);
    expect(idsOf(blocks.among(everybody()))).toEqual(['u0 u1']);
    expect(blocks.set('u1', ['somebody elsewhere', 'u0'])).toBe(false);
  });

  it('2. of somebody who left are forgotten, and known again by whoever is still here', () => {
    const blocks = new Blocks();
    blocks.set('u0', ['u1']);
    blocks.set('u1', ['u0']);
    blocks.forget('u0');
    expect(idsOf(blocks.among(everybody().filter(({ userId }) => userId !== 'u0')))).toEqual([]);
    blocks.set('u0', ['u1']);
    expect(idsOf(blocks.among(everybody()))).toEqual(['u0 u1']);
  });

  it('3. are, for every pair, as the later reading of either said', () => {
    const user = fc.constantFrom(...users);
    const change = fc.record({ a: user, b: user, isBlocked: fc.boolean(), reader: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const blocks = new Blocks();
        const stored = new Set<string>();
        for (const { a, b, isBlocked, reader } of changes) {
          if (a === b) continue;
          const key = [a, b].sort().join(' ');
          if (isBlocked) stored.add(key);
          else stored.delete(key);
          const userId = reader ? a : b;
          const parties = users.filter((other) => stored.has([userId, other].sort().join(' ')));
          blocks.set(userId, parties);
        }
        expect(idsOf(blocks.among(everybody())).sort()).toEqual([...stored].sort());
      }),
    );
  });
});
