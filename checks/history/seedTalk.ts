import { v7 as uuidv7 } from 'uuid';
import { silentLogger } from '#server/observability/Logger.ts';
import { openStore } from '#server/persistence/openStore.ts';
import type { Store } from '#server/persistence/ports.ts';
import { seedGuest } from '#server/persistence/testing/seed.ts';
import { newChatroom } from '#server/persistence/testing/seedChat.ts';
import { newSpace } from '#server/space/testing/newSpace.ts';

/** Where a run keeps its data. */
export interface Place {
  readonly dataDir: string;
  /** `null`: the embedded database of the folder. */
  readonly databaseUrl: string | null;
}

export interface SeededTalk {
  readonly spaceId: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly roomIds: readonly string[];
}

export const openPlace = ({ dataDir, databaseUrl }: Place): Promise<Store> =>
  openStore({ dataDir, databaseUrl, role: 'all', logger: silentLogger });

/** A place with a talk that is about to begin. */
export interface SeededPlace {
  readonly place: Place;
  readonly talk: SeededTalk;
}

/** A space with people, all of them in private rooms that the first one owns. */
export async function seedTalk(
  store: Store,
  numberOfPeople: number,
  numberOfRooms: number,
): Promise<SeededTalk> {
  const space = newSpace({ slug: `talk-${uuidv7()}` });
  await store.spaces.ensure(space);
  const people = [];
  for (let index = 1; index <= numberOfPeople; index += 1) {
    people.push(await seedGuest(store, `Person ${index}`));
  }
  const members = people.map(({ id: userId }, index) => ({
    userId,
    role: index === 0 ? ('owner' as const) : ('member' as const),
  }));
  const roomIds = [];
  for (let index = 1; index <= numberOfRooms; index += 1) {
    const room = newChatroom(space.id, { name: `Room ${index}`, isPrivate: true });
    await store.chatrooms.create(room, members);
    roomIds.push(room.id);
  }
  return { spaceId: space.id, people, roomIds };
}
