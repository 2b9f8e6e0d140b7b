import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import type { ControlCommand } from '../cluster/ports.ts';
import type { ChatSeats } from '../gateway/chat/ChatSeats.ts';
import { Review } from './Review.ts';
import { SpaceHarness } from './testing/SpaceHarness.ts';

const now = '2026-01-01T00:00:00.000Z';

let review: Review | null = null;

afterEach(() => review?.close());

/** A space whose people are looked at again; commands that are told are counted. */
function open(chatters: ReturnType<ChatSeats['alone']> = []) {
  const harness = new SpaceHarness();
  const { directory: spaces, sessions, signIns, clock, logger } = harness;
  const told: ControlCommand[] = [];
  const apply = (command: ControlCommand) => {
    told.push(command);
    return harness.control.apply(command);
  };
  const chatSeats = { alone: () => chatters };
  review = new Review({ spaces, sessions, signIns, chatSeats, control: { apply }, clock, logger });
  review.start();
  return { harness, told };
}

/** Turns the clock by whole seconds and lets what they began come to its end. */
async function pass(harness: SpaceHarness, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    harness.clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('looking at live people again', () => {
  it('notices a ban, a role, a name, a block and a closed space that nobody told of, within 15 s', async () => {
    const { harness } = open();
    const { store, space } = harness;
    const [alice, bob, carol] = [
      await harness.arrive('Alice'),
      await harness.arrive('Bob'),
      await harness.arrive('Carol'),
    ];
    await pass(harness, 1);
    const idOf = (tab: typeof alice): string => tab.identity.userId;
    const ban = { id: uuidv7(), spaceId: space.id, reason: '', createdBy: null, createdAt: now };
    await store.bans.put({ ...ban, userId: idOf(bob), expiresAt: null });
    await store.memberships.add(space.id, idOf(alice), 'owner', now);
    await store.users.update(idOf(carol), { name: 'Caroline' }, null);
    await store.blocks.put({ userId: idOf(alice), blockedId: idOf(carol), createdAt: now });
    await store.spaces.update(space.id, { isLocked: true }, null);
    await pass(harness, 17);
    expect(bob.link.endedWith).toBe('banned');
    expect(alice.link.received('/space', 'standing')).toEqual([{ role: 'owner' }]);
    expect(alice.link.received('/space', 'space-changed')).toMatchObject([{ isLocked: true }]);
    const shown = alice.link.received('/space', 'roster').flatMap(({ people }) => people);
    expect(shown.map(({ username }) => username)).toContain('Caroline');
    expect(harness.calls.bubbles).toEqual([]);
    await store.spaces.update(space.id, { deletedAt: now }, null);
    await pass(harness, 17);
    expect([alice.link.endedWith, carol.link.endedWith]).toEqual(['space_closed', 'space_closed']);
  });

  it('notices a sign-in that ended or expired', async () => {
    const { harness } = open();
    const person = await harness.newPerson('Alice');
    const loginId = uuidv7();
    const row = { id: loginId, userId: person.userId, userAgent: '', createdAt: now, lastSeenAt: now };
    await harness.store.logins.create({ ...row, expiresAt: '2026-01-01T00:00:20.000Z' });
    const alice = await harness.join(person, { loginId });
    await pass(harness, 18);
    expect(alice.link.endedWith).toBeNull();
    await pass(harness, 17);
    expect(alice.link.endedWith).toBe('signed_out');
  });

  it('spreads many people over the round, and asks for 50 in a second at most', async () => {
    const { harness, told } = open();
    for (let i = 0; i < 60; i += 1) await harness.arrive(`Guest ${i}`);
    const counts: number[] = [];
    for (let second = 0; second < 32; second += 1) {
      const before = told.length;
      await pass(harness, 1);
      counts.push(told.slice(before).filter(({ kind }) => kind === 'standing-changed').length);
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(6);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(120);
  });

  it('goes on after a failure, with a warning, and leaves no timer when it is closed', async () => {
    const { harness } = open();
    const alice = await harness.arrive('Alice');
    const { standing } = harness.store.spaces;
    harness.store.spaces.standing = () => Promise.reject(new Error('the database is away'));
    await pass(harness, 17);
    expect(harness.logger.lines.filter(({ level }) => level === 'warn')).not.toEqual([]);
    harness.store.spaces.standing = standing;
    await harness.store.users.anonymise(alice.identity.userId);
    await pass(harness, 17);
    expect(alice.link.endedWith).toBe('signed_out');
    await harness.directory.close();
    review?.close();
    await pass(harness, 2);
    expect(harness.clock.taskCount).toBe(0);
  });
});
