import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { SpaceHarness, type Tab } from './testing/SpaceHarness.ts';

const general = uuidv7();
const design = uuidv7();

/** Who is in which group, by names: `bubble: Alice+Bob`. */
function groupsOf(harness: SpaceHarness): string[] {
  return harness.calls.groups.map(({ roomId, members }) => {
    const kind = roomId === null ? 'bubble' : roomId === general ? 'general' : 'design';
    return `${kind}: ${members.map((member) => member.username).join('+')}`;
  });
}

/** Alice and Bob beside each other, in a bubble. */
async function meet(harness: SpaceHarness): Promise<[Tab, Tab]> {
  const tabs: [Tab, Tab] = [await harness.arrive('Alice'), await harness.arrive('Bob')];
  harness.clock.advance(100);
  expect(groupsOf(harness)).toEqual(['bubble: Alice+Bob']);
  return tabs;
}

async function join(harness: SpaceHarness, { identity }: Tab, roomId = general): Promise<string> {
  const { callId } = await harness.directory.roomCalls.join(identity, roomId);
  harness.clock.advance(50);
  return callId;
}

describe('the call of a chatroom in a space', () => {
  it('1. who joins leaves their bubble, and the chat hears who is in it', async () => {
    const harness = new SpaceHarness();
    const [alice, bob] = await meet(harness);
    const callId = await join(harness, alice);
    expect(groupsOf(harness)).toEqual(['general: Alice']);
    expect(harness.calls.callOf(alice.identity.sessionId)).toBe(callId);
    expect(harness.chat.inCall.get(general)).toEqual(['Alice']);
    expect(await join(harness, bob)).toBe(callId);
    expect(groupsOf(harness)).toEqual(['general: Alice+Bob']);
    expect(harness.chat.inCall.get(general)).toEqual(['Alice', 'Bob']);
    harness.clock.advance(1_000);
    const news = alice.link.received('/space', 'roster').flatMap((roster) => roster.people);
    expect(news.findLast(({ username }) => username === 'Bob')).toMatchObject({ presence: 'in-call' });
  });

  it('2. nearness begins no call for whoever is in one, and works again at once when they leave', async () => {
    const harness = new SpaceHarness();
    const [alice, bob] = await meet(harness);
    const callId = await join(harness, alice);
    harness.walk(bob, bob.reply.self, { x: 5, y: 2 });
    harness.walk(bob, { x: 5, y: 2 }, { x: 2, y: 2 });
    harness.clock.advance(2_000);
    expect(groupsOf(harness)).toEqual(['general: Alice']);
    harness.directory.spaceOf(alice.identity).endCall(alice.identity.sessionId, callId);
    harness.clock.advance(50);
    expect(groupsOf(harness)).toEqual(['bubble: Alice+Bob']);
    expect(harness.calls.updates.at(-1)?.reasons.get(alice.identity.sessionId)).toBe('user_ended');
    expect(harness.chat.inCall.get(general)).toEqual([]);
  });

  it('3. each life of a room’s call has an id of its own', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const first = await join(harness, alice);
    expect(await join(harness, alice)).toBe(first);
    harness.directory.roomCalls.leave(alice.identity);
    harness.directory.roomCalls.leave(alice.identity);
    harness.clock.advance(50);
    expect(groupsOf(harness)).toEqual([]);
    expect(await join(harness, alice)).not.toBe(first);
  });

  it('4. one is in the call of one room at a time', async () => {
    const harness = new SpaceHarness();
    const [alice, bob] = await meet(harness);
    await join(harness, bob);
    await join(harness, alice);
    await join(harness, alice, design);
    expect(groupsOf(harness)).toEqual(['general: Bob', 'design: Alice']);
    expect(harness.chat.inCall).toEqual(
      new Map([
        [general, ['Bob']],
        [design, ['Alice']],
      ]),
    );
  });

  it('5. the thirteenth is refused and stays where they are', async () => {
    const harness = new SpaceHarness();
    for (let i = 0; i < 12; i += 1) await join(harness, await harness.arrive(`Person ${i}`));
    const late = await harness.arrive('Late');
    await join(harness, late, design);
    await expect(join(harness, late)).rejects.toMatchObject({ code: 'conflict' });
    expect(groupsOf(harness)[1]).toBe('design: Late');
  });

  it('6. whom the chat does not let in is refused, and nothing changes', async () => {
    const harness = new SpaceHarness();
    const [alice] = await meet(harness);
    harness.chat.takeRight(general, alice.identity.userId);
    await expect(join(harness, alice)).rejects.toMatchObject({ code: 'not_found' });
    expect(groupsOf(harness)).toEqual(['bubble: Alice+Bob']);
  });

  it('7. who loses the right is taken out at once, also while the question is on its way', async () => {
    const harness = new SpaceHarness();
    const [alice, bob] = await meet(harness);
    await join(harness, alice);
    harness.chat.takeRight(general, alice.identity.userId);
    harness.clock.advance(50);
    expect(groupsOf(harness)).toEqual(['bubble: Alice+Bob']);
    expect(harness.calls.updates.at(-1)?.reasons.get(alice.identity.sessionId)).toBe('removed');
    harness.chat.beforeNextAnswer(() => harness.chat.takeRight(general, bob.identity.userId));
    await expect(join(harness, bob)).rejects.toMatchObject({ code: 'not_found' });
    expect(groupsOf(harness)).toEqual(['bubble: Alice+Bob']);
  });

  it('8. a room that is gone ends its call for everybody', async () => {
    const harness = new SpaceHarness();
    const [alice, bob] = await meet(harness);
    await join(harness, alice);
    await join(harness, bob);
    harness.chat.takeRight(general, null);
    harness.clock.advance(50);
    expect(groupsOf(harness)).toEqual(['bubble: Alice+Bob']);
    expect(harness.chat.inCall.get(general)).toEqual([]);
  });

  it('9. a lost connection keeps the place in it for the grace time; the return resumes it, another tab takes it over', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const { userId, username, sessionId } = alice.identity;
    const callId = await join(harness, alice);
    harness.drop(alice);
    harness.clock.advance(9_000);
    await harness.join({ userId, username }, { sessionId });
    harness.clock.advance(100);
    expect(harness.calls.resumed).toEqual([sessionId]);
    const other = await harness.join({ userId, username });
    harness.clock.advance(100);
    expect(harness.calls.callOf(other.identity.sessionId)).toBe(callId);
    harness.drop(other);
    harness.clock.advance(11_000);
    expect(groupsOf(harness)).toEqual([]);
    expect(harness.chat.inCall.get(general)).toEqual([]);
  });

  it('10. who gets no path into it is out of it, so that nearness works again', async () => {
    const harness = new SpaceHarness();
    const [alice] = await meet(harness);
    await join(harness, alice);
    harness.calls.timeOut(harness.space.id, alice.identity.sessionId);
    harness.clock.advance(50);
    expect(groupsOf(harness)).toEqual(['bubble: Alice+Bob']);
  });

  it('11. who leaves the space leaves it, and nothing is left when the space closes', async () => {
    const harness = new SpaceHarness();
    const [alice, bob] = await meet(harness);
    await join(harness, alice);
    await join(harness, bob);
    harness.directory.leave(alice.identity);
    harness.clock.advance(50);
    expect(groupsOf(harness)).toEqual(['general: Bob']);
    await harness.directory.close();
    expect(groupsOf(harness)).toEqual([]);
    expect(harness.chat.inCall.get(general)).toEqual([]);
    expect(harness.chat.listenerCount).toBe(0);
  });

  it('12. is only for who is in the space', async () => {
    const harness = new SpaceHarness();
    const [alice, bob] = await meet(harness);
    harness.directory.leave(alice.identity);
    await expect(join(harness, alice)).rejects.toMatchObject({ code: 'not_joined' });
    expect(harness.chat.inCall.size).toBe(0);
    expect(() => harness.directory.spaceOf(bob.identity).endCall(bob.identity.sessionId, uuidv7())).toThrow(
      'not in that call',
    );
  });

  it('13. another name is told to the chat', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    await join(harness, alice);
    const { identity } = alice;
    const profile = { username: 'Alicia', cast: 'mira', status: null, pronouns: null };
    harness.directory.spaceOf(identity).show(identity.userId, { ...profile, availability: 'online' });
    harness.clock.advance(50);
    expect(harness.chat.inCall.get(general)).toEqual(['Alicia']);
  });
});

describe('bubbles, as the chat hears of them', () => {
  it('14. have the people who stand together, programs left out', async () => {
    const harness = new SpaceHarness({ hasResident: true });
    const [alice, bob] = await meet(harness);
    const userIds = [alice.identity.userId, bob.identity.userId];
    expect(harness.chat.bubbles).toEqual([{ id: harness.calls.bubbles[0]?.id, userIds }]);
    await join(harness, alice);
    expect(harness.chat.bubbles).toEqual([]);
  });
});

describe('a shared screen in a space', () => {
  it('15. stays through a lost connection and an older client’s words, and not in another tab', async () => {
    const harness = new SpaceHarness();
    const alice = await harness.arrive('Alice');
    const { userId, username, sessionId } = alice.identity;
    const live = harness.directory.spaceOf(alice.identity);
    const state = { audio: true, video: true };
    live.setMediaState(sessionId, { ...state, screen: true });
    live.setMediaState(sessionId, { audio: false, video: true });
    expect(harness.calls.mediaStates.get(sessionId)).toEqual({ audio: false, video: true, screen: true });
    harness.drop(alice);
    await harness.join({ userId, username }, { sessionId });
    expect(live.ofSession(sessionId)?.screen).toBe(true);
    const other = await harness.join({ userId, username });
    expect(live.ofSession(other.identity.sessionId)?.screen).toBe(false);
  });
});
