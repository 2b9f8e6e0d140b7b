import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { residentIdentity } from '#lib/domain/resident.ts';
import { decodePositions } from '#lib/protocol/positionsFrame.ts';
import { MemoryLink } from '../gateway/memoryLink.ts';
import { SpaceHarness, type Tab } from './testing/SpaceHarness.ts';

/** Of a session without a sign-in. */
const nobody = { loginId: null, tokenId: null };

const tileOf = ({ reply }: Tab): { x: number; y: number } => ({ x: reply.self.x, y: reply.self.y });

describe('joining', () => {
  it('1. newcomers stand on different spawn points, then around them', async () => {
    const harness = new SpaceHarness();
    const tabs = [];
    for (const name of ['Alice', 'Bob', 'Carol', 'Dave']) tabs.push(await harness.arrive(name));
    const tiles = tabs.map((tab) => `${tab.reply.self.x},${tab.reply.self.y}`);
    expect(tiles.slice(0, 2)).toEqual(['1,1', '1,2']);
    expect(new Set(tiles).size).toBe(4);
  });

  it('2. the reply holds everybody, and the others hear of the newcomer within a second', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const bob = await harness.arrive('Bob');
    expect(bob.reply.roster.map((entry) => entry.username)).toEqual(['Alice', 'Bob']);
    harness.clock.advance(1_000);
    const news = alice.link.received('/space', 'roster').flatMap((roster) => roster.people);
    expect(news.map((entry) => entry.username)).toContain('Bob');
  });

  it('3. whoever was here before stands on their last tile', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const person = { userId: alice.identity.userId, username: 'Alice' };
    harness.walk(alice, tileOf(alice), { x: 5, y: 1 });
    harness.directory.leave(alice.identity);
    const back = await harness.join(person);
    expect(back.reply.self).toMatchObject({ x: 5, y: 1 });
  });

  it('4. a space that does not exist is refused, and nothing stays open', async () => {
    const harness = new SpaceHarness();
    const { userId } = await harness.newPerson('Eve');
    const identity = { ...nobody, sessionId: uuidv7(), userId, username: 'Eve', spaceId: uuidv7() };
    await expect(harness.directory.join(identity, { spaceId: identity.spaceId })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(harness.directory.count).toBe(0);
  });

  it('5. a connection that broke while joining leaves nobody behind', async () => {
    const harness = new SpaceHarness();
    const person = await harness.newPerson('Alice');
    const identity = { ...nobody, ...person, sessionId: uuidv7(), spaceId: harness.space.id };
    await expect(harness.directory.join(identity, { spaceId: harness.space.id })).rejects.toMatchObject({
      code: 'unavailable',
    });
    await harness.directory.close();
    expect(harness.directory.count).toBe(0);
  });
});

describe('moving', () => {
  it('6. a step is shown to the others at the next tick', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const bob = await harness.arrive('Bob');
    harness.clock.advance(100);
    expect(harness.move(alice, { x: 2, y: 1, seq: 1 })).toBeNull();
    harness.clock.advance(50);
    const last = bob.link.received('/space', 'positions').at(-1);
    expect(last).toMatchObject({
      isWhole: false,
      people: [{ entity: alice.reply.self.entity, x: 2, y: 1, facing: 'right', isMoving: false, seq: 1 }],
    });
  });

  it.each([
    ['into a wall', { x: 0, y: 1 }, 'blocked_tile'],
    ['two tiles away', { x: 3, y: 1 }, 'too_fast'],
    ['off the map', { x: 60_000, y: 1 }, 'blocked_tile'],
  ])('7. a move %s is refused and corrected', async (_name, to, code) => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    expect(harness.move(alice, { ...to, seq: 7 })).toMatchObject({ code });
    expect(alice.link.received('/space', 'correction')).toEqual([
      expect.objectContaining({ seq: 7, x: 1, y: 1, error: expect.objectContaining({ code }) }),
    ]);
  });

  it('8. of 1 000 steps in one second as many are applied as somebody walks, and stops are free', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    let applied = 0;
    let x = 1;
    for (let i = 0; i < 1_000; i += 1) {
      const to = x === 1 ? 2 : 1;
      if (harness.move(alice, { x: to, y: 1, seq: i + 1 }) === null) {
        applied += 1;
        x = to;
      }
      harness.clock.advance(1);
    }
    expect(applied).toBe(9);
    expect(harness.move(alice, { x, y: 1, more: false })).toBeNull();
  });

  it('9. positions reach clients that speak frames as bytes, the rest as JSON, with the same content', async () => {
    const harness = new SpaceHarness();
    const json = await harness.arrive('Alice');
    const frames = await harness.join(await harness.newPerson('Bob'), { speaksFrames: true });
    harness.clock.advance(100);
    harness.move(json, { x: 2, y: 1 });
    harness.clock.advance(100);
    expect(frames.link.received('/space', 'positions')).toEqual([]);
    const decoded = frames.link.frames.map(decodePositions);
    expect(decoded.at(-1)).toEqual(json.link.received('/space', 'positions').at(-1));
    expect(decoded[0]?.isWhole).toBe(true);
  });

  it('10. a link that cannot keep up gets whole zones once it can', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const bob = await harness.arrive('Bob');
    harness.clock.advance(100);
    bob.link.takeAll();
    bob.link.isCongested = true;
    harness.move(alice, { x: 2, y: 1 });
    harness.clock.advance(500);
    expect(bob.link.received('/space', 'positions')).toEqual([]);
    bob.link.isCongested = false;
    harness.clock.advance(100);
    const [whole] = bob.link.received('/space', 'positions');
    expect(whole?.isWhole).toBe(true);
    expect(whole?.people).toContainEqual(
      expect.objectContaining({ entity: alice.reply.self.entity, x: 2, y: 1 }),
    );
  });

  it('11. nothing runs while nothing changes', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    harness.clock.advance(10_000);
    alice.link.takeAll();
    harness.clock.advance(60_000);
    expect(alice.link.takeAll()).toEqual([]);
    expect(harness.clock.taskCount).toBe(0);
  });
});

describe('sessions', () => {
  it('12. another tab takes over avatar and tile, and the first is told', async () => {
    const harness = new SpaceHarness();
    const first = await harness.arrive('Alice');
    harness.walk(first, tileOf(first), { x: 4, y: 1 });
    const second = await harness.join({ userId: first.identity.userId, username: 'Alice' });
    expect(first.link.endedWith).toBe('taken_over');
    expect(second.reply.self).toMatchObject({ entity: first.reply.self.entity, x: 4, y: 1 });
    expect(harness.move(first, { x: 5, y: 1 })).toMatchObject({ code: 'not_joined' });
    harness.drop(first);
    expect(harness.move(second, { x: 5, y: 1 })).toBeNull();
    expect(harness.sessions.count).toBe(1);
  });

  it('13. a lost connection keeps its place for the grace time, and the others see it', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const bob = await harness.arrive('Bob');
    harness.drop(alice);
    harness.clock.advance(9_000);
    const shown = bob.link.received('/space', 'roster').flatMap((roster) => roster.people);
    const ofAlice = shown.filter((entry) => entry.username === 'Alice');
    expect(ofAlice.at(-1)).toMatchObject({ isReconnecting: true });
    harness.clock.advance(2_000);
    const gone = bob.link.received('/space', 'roster').flatMap((roster) => roster.gone);
    expect(gone).toEqual([alice.reply.self.entity]);
    expect(harness.sessions.count).toBe(1);
  });

  it('14. the same session comes back within the grace time: same place, and its call goes on', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    harness.drop(alice);
    harness.clock.advance(9_000);
    const { sessionId, userId } = alice.identity;
    const back = await harness.join({ userId, username: 'Alice' }, { sessionId });
    expect(back.reply.self.entity).toBe(alice.reply.self.entity);
    harness.clock.advance(60_000);
    expect(harness.calls.resumed).toEqual([sessionId]);
    expect(harness.move(back, { x: 2, y: 1 })).toBeNull();
  });

  it('15. an empty space is closed and leaves no timer', async () => {
    const harness = new SpaceHarness({ mapText: officeText('r'), hasResident: true });
    const alice = await harness.arrive('Alice');
    harness.clock.advance(100);
    harness.directory.leave(alice.identity);
    await harness.directory.close();
    expect(harness.directory.count).toBe(0);
    expect(harness.sessions.count).toBe(0);
    expect(harness.clock.taskCount).toBe(0);
    expect(harness.calls.bubbles).toEqual([]);
  });

  it('16. when the server stops everybody is told, and stands on their tile after the next start', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    harness.walk(alice, tileOf(alice), { x: 6, y: 1 });
    await harness.directory.close();
    expect(alice.link.endedWith).toBe('server_shutdown');
    const next = new SpaceHarness({ store: harness.store, space: harness.space });
    const back = await next.join({ userId: alice.identity.userId, username: 'Alice' });
    expect(back.reply.self).toMatchObject({ x: 6, y: 1 });
  });

  it('17. a position is in the store within the snapshot time', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    harness.walk(alice, tileOf(alice), { x: 3, y: 1 });
    harness.clock.advance(3_000);
    const find = () => harness.store.positions.find(harness.space.id, alice.identity.userId);
    await expect.poll(find).toMatchObject({ x: 3, y: 1 });
  });
});

describe('saving', () => {
  it('27. an account that was deleted meanwhile does not keep the others’ places from being saved', async () => {
    const harness = new SpaceHarness();
    const [alice, bob] = [await harness.arrive('Alice'), await harness.arrive('Bob')];
    await harness.store.users.anonymise(alice.identity.userId);
    harness.walk(alice, tileOf(alice), { x: 3, y: 1 });
    harness.walk(bob, tileOf(bob), { x: 3, y: 2 });
    harness.clock.advance(3_000);
    const find = ({ identity }: Tab) => harness.store.positions.find(harness.space.id, identity.userId);
    await expect.poll(() => find(bob)).toMatchObject({ x: 3, y: 2 });
    expect(await find(alice)).toBeNull();
    await harness.directory.close();
    expect(harness.logger.lines.filter(({ level }) => level !== 'debug' && level !== 'info')).toEqual([]);
  });
});

describe('bubbles', () => {
  async function together(): Promise<{ harness: SpaceHarness; alice: Tab; bob: Tab; callId: string }> {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const bob = await harness.arrive('Bob');
    harness.clock.advance(100);
    const callId = harness.calls.bubbles[0]?.id ?? '';
    return { harness, alice, bob, callId };
  }

  it('18. two who stand together share a bubble, which all hear of', async () => {
    const { harness, alice, bob, callId } = await together();
    const members = harness.calls.bubbles[0]?.members.map((member) => member.sessionId);
    expect(members).toEqual([alice.identity.sessionId, bob.identity.sessionId]);
    expect(bob.link.received('/space', 'bubbles').at(-1)).toEqual({
      bubbles: [{ id: callId, members: [alice.reply.self.entity, bob.reply.self.entity], isFull: false }],
    });
    harness.clock.advance(1_000);
    const entries = alice.link.received('/space', 'roster').flatMap((roster) => roster.people);
    expect(entries.filter((entry) => entry.presence === 'in-call')).toHaveLength(2);
  });

  it('19. walking away ends it, and there is nothing left', async () => {
    const { harness, alice } = await together();
    harness.walk(alice, tileOf(alice), { x: 6, y: 1 });
    expect(harness.calls.bubbles).toEqual([]);
    expect(harness.calls.updates.at(-1)?.reasons.size).toBe(0);
  });

  it('20. leaving by hand ends it for both, until they were out of range once', async () => {
    const { harness, alice, bob, callId } = await together();
    harness.directory.spaceOf(alice.identity).endCall(alice.identity.sessionId, callId);
    harness.clock.advance(1_000);
    expect(harness.calls.bubbles).toEqual([]);
    expect(harness.calls.updates.at(-1)?.reasons).toEqual(
      new Map([
        [alice.identity.sessionId, 'user_ended'],
        [bob.identity.sessionId, 'user_ended'],
      ]),
    );
    harness.walk(alice, tileOf(alice), { x: 7, y: 1 });
    harness.walk(alice, { x: 7, y: 1 }, tileOf(alice));
    expect(harness.calls.bubbles).toHaveLength(1);
  });

  it('21. a call one is not in cannot be left', async () => {
    const { harness, alice } = await together();
    const space = harness.directory.spaceOf(alice.identity);
    expect(() => space.endCall(alice.identity.sessionId, uuidv7())).toThrow(
      expect.objectContaining({ code: 'not_in_call' }),
    );
  });

  it('22. somebody who is gone for good ends it with user_disconnected', async () => {
    const { harness, alice, bob } = await together();
    harness.drop(bob);
    harness.clock.advance(9_900);
    expect(harness.calls.bubbles).toHaveLength(1);
    harness.clock.advance(200);
    expect(harness.calls.bubbles).toEqual([]);
    expect(harness.calls.updates.at(-1)?.reasons.get(alice.identity.sessionId)).toBe('user_disconnected');
  });

  it('23. another tab stands in the same bubble under its own session', async () => {
    const { harness, alice, callId } = await together();
    const second = await harness.join({ userId: alice.identity.userId, username: 'Alice' });
    harness.clock.advance(100);
    const [bubble] = harness.calls.bubbles;
    expect(bubble?.id).toBe(callId);
    expect(bubble?.members.map((member) => member.sessionId)).toContain(second.identity.sessionId);
    expect(bubble?.members.map((member) => member.sessionId)).not.toContain(alice.identity.sessionId);
  });

  it('24. the resident joins somebody who is alone and is marked as a program', async () => {
    const harness = new SpaceHarness({ mapText: officeText('r'), hasResident: true });
    const alice = await harness.arrive('Alice');
    harness.clock.advance(100);
    expect(alice.reply.roster).toContainEqual(
      expect.objectContaining({ username: 'Robin', isResident: true, userId: residentIdentity.userId }),
    );
    expect(harness.calls.bubbles[0]?.members.map((member) => member.isResident).sort()).toEqual([
      false,
      true,
    ]);
    const people = [{ id: alice.identity.userId, name: 'Alice', cast: 'mira' }];
    expect(await harness.control.presence([harness.space.id], 10)).toEqual({
      [harness.space.id]: { count: 1, people },
    });
    expect(await harness.control.participants(harness.space.id)).toMatchObject([
      { person: people[0], role: 'guest', isInCall: true },
    ]);
  });
});

describe('devices', () => {
  it('25. what a tab says of its microphone and camera when it comes back reaches its call', async () => {
    const harness = new SpaceHarness();
    const bob = await harness.arrive('Bob');
    harness.drop(bob);
    harness.sessions.attach(bob.identity, new MemoryLink());
    const state = { audio: true, video: false };
    await harness.directory.join(bob.identity, { spaceId: harness.space.id, ...state });
    expect(harness.calls.mediaStates.get(bob.identity.sessionId)).toEqual({ ...state, screen: false });
  });
});

/** A room with one spawn point and something two tiles beside it. */
function officeText(beside: string): string {
  return `
##########
#s.${beside}.....#
#........#
##########
`;
}
