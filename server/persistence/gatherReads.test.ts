import { describe, expect, test, vi } from 'vitest';
import { gatherReads } from './gatherReads.ts';
import { createMemoryStore } from './memory/createMemoryStore.ts';
import { seedSpace } from './testing/seed.ts';
import { seedChatroom } from './testing/seedChat.ts';

const now = '2026-03-01T09:00:00.000Z';

describe('a store whose questions are gathered', () => {
  test('answers as the store itself does, in one question for all who ask at once', async () => {
    const store = createMemoryStore();
    const [{ space, people }, other] = [await seedSpace(store), await seedSpace(store)];
    await seedChatroom(store, space.id, [{ userId: people.member.id, role: 'owner' }]);
    await store.blocks.put({ userId: people.member.id, blockedId: people.admin.id, createdAt: now });
    const mute = { reason: '', by: people.owner.id, at: now, until: null };
    await store.chatModeration.putMute({ ...mute, spaceId: space.id, userId: people.member.id });
    const userIds = Object.values(people).map(({ id }) => id);
    const asked = [
      ...userIds.map((userId) => ({ spaceId: space.id, userId })),
      { spaceId: other.space.id, userId: other.people.owner.id },
    ];
    const standingOfMany = vi.spyOn(store.spaces, 'standingOfMany');
    const listForMany = vi.spyOn(store.chatrooms, 'listForMany');
    const findMutes = vi.spyOn(store.chatModeration, 'findMutes');
    const partiesOfMany = vi.spyOn(store.blocks, 'partiesOfMany');
    const gathered = gatherReads(store);
    const ask = (of: typeof store) =>
      Promise.all(
        asked.map(({ spaceId, userId }) =>
          Promise.all([
            of.spaces.standing(spaceId, userId, now),
            of.chatrooms.listFor(spaceId, userId),
            of.chatModeration.findMute(spaceId, userId, now),
            of.blocks.partiesOf(userId),
          ]),
        ),
      );
    const answers = await ask(gathered);
    for (const spy of [standingOfMany, listForMany, findMutes]) expect(spy).toHaveBeenCalledTimes(2);
    expect(partiesOfMany).toHaveBeenCalledTimes(1);
    expect(answers).toEqual(await ask(store));
  });

  test('what everybody asks together is judged by the latest of their clocks', async () => {
    const store = createMemoryStore();
    const { space, people, ban } = await seedSpace(store);
    await store.bans.put({ ...ban, expiresAt: '2026-03-01T09:00:10.000Z' });
    const { spaces } = gatherReads(store);
    const standings = await Promise.all(
      ['2026-03-01T09:00:10.000Z', '2026-03-01T09:00:09.000Z'].map((at) =>
        spaces.standing(space.id, people.banned.id, at),
      ),
    );
    expect(standings.map((standing) => standing?.isBanned)).toEqual([false, false]);
  });
});
