import { Gathered } from '../Gathered.ts';
import type { ChatMute, RoomOf } from './ports/chat.ts';
import type { Store, StoredStanding } from './ports.ts';

/** Most people of one question. */
const peopleMost = 250;

/** Most people whose lists of rooms are one answer: each may be some hundreds of rooms long. */
const listsMost = 40;

interface InSpace {
  readonly spaceId: string;
  readonly userId: string;
}

interface InSpaceNow extends InSpace {
  /** ISO 8601. */
  readonly now: string;
}

/** The latest of their clocks: what ends meanwhile has ended for all. */
const latest = (asked: readonly InSpaceNow[]): string =>
  asked
    .map(({ now }) => now)
    .sort()
    .at(-1) ?? '';

/** One question a space, and the answers back in the order of the keys. */
async function bySpace<Key extends InSpace, Answer>(
  keys: readonly Key[],
  ask: (spaceId: string, keys: readonly Key[], userIds: string[]) => Promise<ReadonlyMap<string, Answer>>,
): Promise<(Answer | undefined)[]> {
  const spaces = Map.groupBy(keys, ({ spaceId }) => spaceId);
  const found = new Map(
    await Promise.all(
      [...spaces].map(async ([spaceId, asked]) => {
        const userIds = [...new Set(asked.map(({ userId }) => userId))];
        return [spaceId, await ask(spaceId, asked, userIds)] as const;
      }),
    ),
  );
  return keys.map(({ spaceId, userId }) => found.get(spaceId)?.get(userId));
}

/**
 * The same store, in which the questions that each arriving person brings are asked for many people at once: a thousand
 * who come back in the same moment are a handful of questions, not some thousands.
 */
export function gatherReads(store: Store): Store {
  const standings = new Gathered<InSpaceNow, StoredStanding | null>({
    most: peopleMost,
    async ask(keys) {
      const found = await bySpace(keys, (spaceId, asked, userIds) =>
        store.spaces.standingOfMany(spaceId, userIds, latest(asked)),
      );
      return found.map((standing) => standing ?? null);
    },
  });
  const mutes = new Gathered<InSpaceNow, ChatMute | null>({
    most: peopleMost,
    async ask(keys) {
      const found = await bySpace(keys, (spaceId, asked, userIds) =>
        store.chatModeration.findMutes(spaceId, userIds, latest(asked)),
      );
      return found.map((mute) => mute ?? null);
    },
  });
  const rooms = new Gathered<InSpace, RoomOf[]>({
    most: listsMost,
    async ask(keys) {
      const found = await bySpace(keys, (spaceId, _asked, userIds) =>
        store.chatrooms.listForMany(spaceId, userIds),
      );
      return found.map((list) => list ?? []);
    },
  });
  const parties = new Gathered<string, string[]>({
    most: peopleMost,
    async ask(userIds) {
      const found = await store.blocks.partiesOfMany([...new Set(userIds)]);
      return userIds.map((userId) => found.get(userId) ?? []);
    },
  });
  return {
    ...store,
    spaces: {
      ...store.spaces,
      standing: (spaceId, userId, now) => standings.get({ spaceId, userId, now }),
    },
    chatModeration: {
      ...store.chatModeration,
      findMute: (spaceId, userId, now) => mutes.get({ spaceId, userId, now }),
    },
    chatrooms: { ...store.chatrooms, listFor: (spaceId, userId) => rooms.get({ spaceId, userId }) },
    blocks: { ...store.blocks, partiesOf: (userId) => parties.get(userId) },
  };
}
