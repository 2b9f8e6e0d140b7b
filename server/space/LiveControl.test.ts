import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/access/roles.ts';
import type { NewSpace, SpacePatch } from '../persistence/ports.ts';
import { SpaceHarness, type Tab } from './testing/SpaceHarness.ts';

const now = '2026-01-01T00:00:00.000Z';
const by = { id: uuidv7(), name: 'Max', cast: 'leo' };

/** A space with Alice and Bob in it, side by side. */
async function open(space: Partial<NewSpace> = {}) {
  const harness = new SpaceHarness({ space });
  const alice = await harness.arrive('Alice');
  const bob = await harness.arrive('Bob');
  harness.clock.advance(2_000);
  alice.link.takeAll();
  bob.link.takeAll();
  return { harness, alice, bob };
}

const userIdOf = ({ identity }: Tab): string => identity.userId;

async function ban(harness: SpaceHarness, tab: Tab, expiresAt: string | null): Promise<void> {
  const spaceId = harness.space.id;
  const row = { id: uuidv7(), spaceId, userId: userIdOf(tab), createdBy: null, createdAt: now };
  await harness.store.bans.put({ ...row, reason: 'noise', expiresAt });
}

function judge(harness: SpaceHarness, tab: Tab): Promise<{ reached: number }> {
  const spaceId = harness.space.id;
  return harness.control.apply({ kind: 'standing-changed', spaceId, userId: userIdOf(tab) });
}

function edit(harness: SpaceHarness, patch: SpacePatch): Promise<unknown> {
  return harness.store.spaces.update(harness.space.id, patch, null);
}

const reread = (harness: SpaceHarness) =>
  harness.control.apply({ kind: 'space-changed', spaceId: harness.space.id });

async function joinAgain(harness: SpaceHarness, tab: Tab): Promise<string> {
  const { userId, username, sessionId } = tab.identity;
  try {
    await harness.join({ userId, username }, { sessionId });
    return 'inside';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe('standing', () => {
  it('1. a banned person hears why and until when, is gone for the others, and does not come back', async () => {
    const { harness, alice, bob } = await open();
    const expiresAt = '2026-02-01T00:00:00.000Z';
    await ban(harness, bob, expiresAt);
    expect(await judge(harness, bob)).toEqual({ reached: 1 });
    expect([bob.link.endedWith, bob.link.endWords]).toEqual([
      'banned',
      { detail: 'noise', until: expiresAt },
    ]);
    harness.clock.advance(1_000);
    expect(harness.calls.bubbles).toEqual([]);
    expect(harness.calls.updates.at(-1)?.reasons.get(alice.identity.sessionId)).toBe('removed');
    const gone = alice.link.received('/space', 'roster').flatMap((roster) => roster.gone);
    expect(gone).toEqual([bob.reply.self.entity]);
    expect(await joinAgain(harness, bob)).toBe('banned');
    harness.clock.advance(32 * 86_400_000);
    expect(await joinAgain(harness, bob)).toBe('inside');
  });

  it('2. a ban without an end says none, and ends somebody whose connection is lost too', async () => {
    const { harness, alice, bob } = await open();
    await ban(harness, alice, null);
    harness.drop(bob);
    await ban(harness, bob, null);
    await judge(harness, alice);
    await judge(harness, bob);
    expect(alice.link.endWords).toEqual({ detail: 'noise' });
    expect(harness.sessions.count).toBe(0);
    expect(await harness.control.participants(harness.space.id)).toEqual([]);
  });

  it('3. a change of role reaches the person and everybody’s roster', async () => {
    const { harness, alice, bob } = await open();
    await harness.store.memberships.add(harness.space.id, userIdOf(bob), 'admin', now);
    expect(await judge(harness, bob)).toEqual({ reached: 1 });
    expect(bob.link.received('/space', 'standing')).toEqual([{ role: 'admin' }]);
    expect(harness.directory.subjectOf(bob.identity).role).toBe('admin');
    harness.clock.advance(1_000);
    const shown = alice.link.received('/space', 'roster').flatMap(({ people }) => people);
    expect(shown).toContainEqual(expect.objectContaining({ username: 'Bob', role: 'admin' }));
    await harness.store.memberships.remove(harness.space.id, userIdOf(bob));
    await judge(harness, bob);
    expect(bob.link.received('/space', 'standing').at(-1)).toEqual({ role: 'guest' });
    expect(await judge(harness, bob)).toEqual({ reached: 0 });
  });

  it('4. whose membership was all that let them in leaves with it', async () => {
    const harness = new SpaceHarness({ space: { visibility: 'invite' } });
    const person = await harness.newPerson('Alice');
    await harness.store.memberships.add(harness.space.id, person.userId, 'member', now);
    const alice = await harness.join(person);
    expect(alice.reply.self.role).toBe('member');
    await harness.store.memberships.remove(harness.space.id, person.userId);
    await judge(harness, alice);
    expect(alice.link.endedWith).toBe('space_closed');
    expect(await joinAgain(harness, alice)).toBe('invitation_required');
  });

  it('5. somebody who was deleted is signed out', async () => {
    const { harness, bob } = await open();
    await harness.store.users.anonymise(userIdOf(bob));
    await judge(harness, bob);
    expect(bob.link.endedWith).toBe('signed_out');
    expect(await joinAgain(harness, bob)).toBe('unauthorized');
  });
});

describe('the space', () => {
  it.each(['archivedAt', 'deletedAt'] as const)('6. is left by all when %s is set', async (field) => {
    const { harness, alice, bob } = await open();
    await edit(harness, { [field]: now });
    expect(await reread(harness)).toEqual({ reached: 2 });
    expect([alice.link.endedWith, bob.link.endedWith]).toEqual(['space_closed', 'space_closed']);
    await harness.directory.close();
    expect(harness.sessions.count).toBe(0);
  });

  it('7. tells its new name, address and lock; a smaller capacity or a lock sends nobody out', async () => {
    const { harness, alice, bob } = await open();
    await edit(harness, { name: 'Lighthouse', slug: 'lighthouse', isLocked: true, capacity: 1 });
    expect(await reread(harness)).toEqual({ reached: 2 });
    const news = { name: 'Lighthouse', slug: 'lighthouse', isLocked: true };
    expect(bob.link.received('/space', 'space-changed')).toEqual([news]);
    expect([alice.link.endedWith, bob.link.endedWith]).toEqual([null, null]);
    expect(await reread(harness)).toEqual({ reached: 0 });
    harness.drop(bob);
    expect(await joinAgain(harness, bob)).toBe('inside');
    await expect(harness.arrive('Carol')).rejects.toMatchObject({ code: 'space_locked' });
    await edit(harness, { isLocked: false });
    await expect(harness.arrive('Dave')).rejects.toMatchObject({ code: 'space_full' });
  });

  it('25. its resident comes and goes with the setting', async () => {
    const mapText = '########\n#s.r...#\n########';
    const harness = new SpaceHarness({ mapText });
    const alice = await harness.arrive('Alice');
    harness.clock.advance(2_000);
    for (const [hasResident, calls] of [
      [true, 1],
      [false, 0],
      [true, 1],
    ] as const) {
      await edit(harness, { hasResident });
      await reread(harness);
      harness.clock.advance(2_000);
      expect(harness.calls.bubbles).toHaveLength(calls);
    }
    const roster = alice.link.received('/space', 'roster');
    expect(roster.flatMap(({ gone }) => gone)).toHaveLength(1);
    const shown = roster.flatMap(({ people }) => people).filter(({ isResident }) => isResident);
    expect(new Set(shown.map(({ entity }) => entity)).size).toBe(2);
    await harness.directory.close();
    const { items } = await harness.store.audit.list(harness.space.id, { limit: 9, after: null }, null);
    expect(items.map(({ actorId }) => actorId)).toEqual([userIdOf(alice), userIdOf(alice)]);
  });

  it('8. another visibility judges everybody anew', async () => {
    const { harness, alice, bob } = await open();
    await harness.store.memberships.add(harness.space.id, userIdOf(alice), 'member', now);
    await judge(harness, alice);
    await edit(harness, { visibility: 'invite' });
    await reread(harness);
    expect([alice.link.endedWith, bob.link.endedWith]).toEqual([null, 'space_closed']);
  });
});

describe('the door', () => {
  it('9. of many who come at once no more get in than there is room for', async () => {
    const harness = new SpaceHarness({ space: { capacity: 3 } });
    const people = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => harness.newPerson(name)));
    const results = await Promise.allSettled(people.map((person) => harness.join(person)));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(refused).toEqual(['space_full', 'space_full', 'space_full']);
    expect(await harness.control.participants(harness.space.id)).toHaveLength(3);
  });

  it.each<[Role, boolean]>([
    ['guest', false],
    ['member', false],
    ['moderator', true],
    ['owner', true],
  ])('10. a full and locked space lets a %s in: %s', async (role, isLetIn) => {
    const { harness } = await open({ capacity: 2 });
    await edit(harness, { isLocked: true });
    const person = await harness.newPerson('Max');
    await harness.store.memberships.add(harness.space.id, person.userId, role, now);
    const outcome = harness.join(person);
    if (isLetIn) expect((await outcome).reply.space.isLocked).toBe(true);
    else await expect(outcome).rejects.toMatchObject({ code: 'space_locked' });
  });

  it.each([
    ['invite', 'invitation_required'],
    ['password', 'password_required'],
  ] as const)('11. a space by %s refuses strangers with %s', async (visibility, code) => {
    const harness = new SpaceHarness({ space: { visibility } });
    await expect(harness.arrive('Eve')).rejects.toMatchObject({ code });
    await harness.directory.close();
    expect(harness.directory.count).toBe(0);
  });

  it('12. a ban that comes while somebody is on their way in is heeded', async () => {
    const harness = new SpaceHarness();
    await harness.arrive('Alice');
    const { store, space } = harness;
    const person = await harness.newPerson('Bob');
    const [asked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const partiesOf = store.blocks.partiesOf.bind(store.blocks);
    store.blocks.partiesOf = async (userId) => {
      asked.resolve();
      await held.promise;
      return partiesOf(userId);
    };
    const refusal = expect(harness.join(person)).rejects.toMatchObject({ code: 'banned' });
    await asked.promise;
    const row = { id: uuidv7(), spaceId: space.id, userId: person.userId, createdBy: null, createdAt: now };
    await store.bans.put({ ...row, reason: '', expiresAt: null });
    const notice = { kind: 'standing-changed', spaceId: space.id, userId: person.userId } as const;
    expect(await harness.control.apply(notice)).toEqual({ reached: 0 });
    held.resolve();
    await refusal;
    expect(await harness.control.participants(space.id)).toHaveLength(1);
  });

  it('13. welcomes on the first visit only', async () => {
    const harness = new SpaceHarness({ space: { welcomeText: 'Make yourself at home.' } });
    const alice = await harness.arrive('Alice');
    expect(alice.reply.welcome).toBe('Make yourself at home.');
    const { userId, username } = alice.identity;
    expect((await harness.join({ userId, username })).reply.welcome).toBeNull();
    harness.directory.leave({
      ...alice.identity,
      sessionId: harness.sessions.identitiesOf(userId)[0]?.sessionId ?? '',
    });
    expect((await harness.join({ userId, username })).reply.welcome).toBeNull();
  });
});

describe('people', () => {
  it('14. appear as the store has them, and change at once everywhere', async () => {
    const { harness, alice, bob } = await open();
    const userId = userIdOf(bob);
    const patch = {
      name: 'Bo',
      cast: 'yuki',
      status: 'reading',
      pronouns: 'he',
      availability: 'busy',
    } as const;
    await harness.store.users.update(userId, patch, null);
    expect(await harness.control.apply({ kind: 'person-changed', userId })).toEqual({ reached: 1 });
    harness.clock.advance(1_000);
    const { name: username, availability: _, ...shown } = patch;
    const entries = () => alice.link.received('/space', 'roster').flatMap(({ people }) => people);
    const entry = { username, ...shown, role: 'guest' };
    expect(entries().at(-1)).toMatchObject({ ...entry, presence: 'in-call' });
    expect(harness.calls.bubbles[0]?.members[1]).toMatchObject({ username: 'Bo', cast: 'yuki' });
    harness.walk(bob, bob.reply.self, { x: 6, y: 2 });
    harness.clock.advance(1_000);
    expect(entries().at(-1)).toMatchObject({ ...entry, presence: 'busy' });
    expect(await harness.control.apply({ kind: 'person-changed', userId })).toEqual({ reached: 0 });
  });

  it('15. are muted, and are heard again when they switch on themselves', async () => {
    const { harness, bob } = await open();
    const live = harness.directory.spaceOf(bob.identity);
    const { sessionId, userId } = bob.identity;
    live.setMediaState(sessionId, { audio: true, video: true });
    await harness.control.apply({ kind: 'mute', spaceId: harness.space.id, userId, by });
    expect(harness.calls.muted).toEqual([sessionId]);
    expect(bob.link.received('/space', 'muted')).toEqual([{ by }]);
    live.setMediaState(sessionId, { audio: true, video: true });
    expect(harness.calls.mediaStates.get(sessionId)).toEqual({ audio: true, video: true, screen: false });
  });

  it('24. who was muted while their connection was lost hears of it when they are back', async () => {
    const { harness, bob } = await open();
    const { sessionId, userId, username } = bob.identity;
    harness.directory.spaceOf(bob.identity).setMediaState(sessionId, { audio: true, video: false });
    harness.drop(bob);
    await harness.control.apply({ kind: 'mute', spaceId: harness.space.id, userId, by });
    const back = await harness.join({ userId, username }, { sessionId, audio: true });
    harness.clock.advance(100);
    expect(back.link.received('/space', 'muted')).toEqual([{ by }]);
    const live = harness.directory.spaceOf(bob.identity);
    expect(live.ofSession(sessionId)?.audio).toBe(false);
    live.setMediaState(sessionId, { audio: true, video: false });
    expect(live.ofSession(sessionId)?.audio).toBe(true);
  });

  it('16. who was moved stands there for all, and steps that were under way do not lead back', async () => {
    const { harness, alice, bob } = await open();
    const move = { kind: 'move', spaceId: harness.space.id, userId: userIdOf(bob), by } as const;
    expect(harness.move(bob, { x: 1, y: 3, seq: 1, more: true })).toBeNull();
    await harness.control.apply({ ...move, x: 9, y: 2 });
    const [moved] = bob.link.received('/space', 'moved');
    expect(moved).toMatchObject({ by });
    const { x, y } = moved ?? { x: 0, y: 0 };
    expect(harness.move(bob, { x: 1, y: 4, seq: 2, more: true })).toMatchObject({ code: 'too_fast' });
    expect(bob.link.received('/space', 'correction').at(-1)).toMatchObject({ seq: 2, x, y });
    harness.clock.advance(1_000);
    expect(harness.move(bob, { x: x + 1, y, seq: 3 })).toBeNull();
    harness.clock.advance(100);
    const positions = alice.link.received('/space', 'positions').flatMap(({ people }) => people);
    expect(positions.at(-1)).toMatchObject({ x: x + 1, y, seq: 3 });
    expect(harness.calls.bubbles).toEqual([]);
  });
});

describe('blocks', () => {
  const put = (harness: SpaceHarness, a: Tab, b: Tab) =>
    harness.store.blocks.put({ userId: userIdOf(a), blockedId: userIdOf(b), createdAt: now });
  const tell = (harness: SpaceHarness, tab: Tab) =>
    harness.control.apply({ kind: 'blocks-changed', userId: userIdOf(tab) });

  it('17. two who block each other part at once, as by hand, and meet again when it is lifted', async () => {
    const { harness, alice, bob } = await open();
    await put(harness, alice, bob);
    expect(await tell(harness, alice)).toEqual({ reached: 1 });
    harness.clock.advance(100);
    expect(harness.calls.bubbles).toEqual([]);
    const { reasons } = harness.calls.updates.at(-1) ?? { reasons: new Map() };
    expect([...reasons.values()]).toEqual(['user_ended', 'user_ended']);
    await harness.store.blocks.remove(userIdOf(alice), userIdOf(bob));
    await tell(harness, alice);
    harness.clock.advance(100);
    expect(harness.calls.bubbles).toHaveLength(1);
  });

  it('18. a block from before keeps them apart from the first tick on, whoever blocks', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const person = await harness.newPerson('Bob');
    await harness.store.blocks.put({ userId: person.userId, blockedId: userIdOf(alice), createdAt: now });
    await harness.join(person);
    harness.clock.advance(1_000);
    expect(harness.calls.updates.flatMap(({ groups }) => groups)).toEqual([]);
  });

  it('19. in a larger bubble the calls hear who is kept from whom', async () => {
    const { harness, alice, bob } = await open();
    await harness.arrive('Carol');
    harness.clock.advance(100);
    const [before] = harness.calls.bubbles;
    expect(before?.separated).toEqual([]);
    await put(harness, bob, alice);
    await tell(harness, bob);
    harness.clock.advance(100);
    const [after] = harness.calls.bubbles;
    expect([after?.id, after?.members.length]).toEqual([before?.id, 3]);
    expect(after?.separated).toEqual([[alice.identity.sessionId, bob.identity.sessionId]]);
  });
});

describe('sign-ins', () => {
  const signedOut = (userId: string, loginId: string | null, exceptLoginId: string | null) =>
    ({ kind: 'signed-out', userId, loginId, exceptLoginId }) as const;

  /** Somebody's sessions in several spaces, each from another sign-in. */
  async function twoBrowsers() {
    const harness = new SpaceHarness();
    const [first, second] = [uuidv7(), uuidv7()];
    const person = await harness.newPerson('Alice');
    const alice = await harness.join(person, { loginId: first });
    const bob = await harness.join(await harness.newPerson('Bob'), { loginId: second });
    return { harness, alice, bob, first, second };
  }

  it('20. one that ended ends its sessions, also those that are away, and no others', async () => {
    const { harness, alice, bob, first, second } = await twoBrowsers();
    expect(await harness.control.apply(signedOut(userIdOf(alice), second, null))).toEqual({ reached: 0 });
    expect(await harness.control.apply(signedOut(userIdOf(alice), null, first))).toEqual({ reached: 0 });
    harness.drop(alice);
    expect(await harness.control.apply(signedOut(userIdOf(alice), first, null))).toEqual({ reached: 1 });
    expect(await harness.control.participants(harness.space.id)).toHaveLength(1);
    expect(await harness.control.apply(signedOut(userIdOf(bob), null, null))).toEqual({ reached: 1 });
    expect(bob.link.endedWith).toBe('signed_out');
    await harness.directory.close();
    expect(harness.clock.taskCount).toBe(0);
  });

  it('21. a revoked token ends its sessions', async () => {
    const harness = new SpaceHarness();
    const tokenId = uuidv7();
    const robot = await harness.join(await harness.newPerson('Robot'), { tokenId });
    const revoked = { kind: 'token-revoked', userId: userIdOf(robot) } as const;
    expect(await harness.control.apply({ ...revoked, tokenId: uuidv7() })).toEqual({ reached: 0 });
    expect(await harness.control.apply({ ...revoked, tokenId })).toEqual({ reached: 1 });
    expect(robot.link.endedWith).toBe('signed_out');
  });
});

describe('visits', () => {
  const entriesOf = async (harness: SpaceHarness) => {
    await harness.directory.close();
    const { items } = await harness.store.audit.list(harness.space.id, { limit: 100, after: null }, null);
    return items.reverse().map(({ action, actorId, detail }) => [action, actorId, detail]);
  };

  it('22. are written down once, however often the connection was lost', async () => {
    const { harness, alice, bob } = await open();
    harness.drop(alice);
    await joinAgain(harness, alice);
    await harness.join({ userId: userIdOf(alice), username: 'Alice' });
    harness.directory.leave(bob.identity);
    expect(await entriesOf(harness)).toEqual([
      ['space.join', userIdOf(alice), {}],
      ['space.join', userIdOf(bob), {}],
      ['space.leave', userIdOf(bob), { reason: 'user_disconnected' }],
      ['space.leave', userIdOf(alice), { reason: 'server_shutdown' }],
    ]);
  });

  it('23. nobody waits for the log, and what it refuses is an error line', async () => {
    const harness = new SpaceHarness();
    harness.store.audit.add = () => Promise.reject(new Error('the disk is full'));
    await harness.arrive('Alice');
    await harness.directory.close();
    const lines = harness.logger.lines.filter(({ level }) => level === 'error');
    expect(lines.map(({ context }) => context)).toMatchObject([
      { action: 'space.join' },
      { action: 'space.leave' },
    ]);
  });
});
