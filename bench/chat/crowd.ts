import { v7 as uuidv7 } from 'uuid';
import type { Store } from '../../server/persistence/ports.ts';
import { inTurns } from '../support/inTurns.ts';

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly roomId: string;
}

/** Who chats where, as it stands in a database. */
export interface Crowd {
  readonly spaceId: string;
  readonly roomIds: readonly string[];
  readonly members: readonly Member[];
}

export interface CrowdSize {
  readonly rooms: number;
  readonly perRoom: number;
}

/**
 * Makes a space, its rooms and their people. Each person is a member of one room and of the space's default one, in
 * which nobody writes.
 */
export async function seedCrowd(store: Store, { rooms, perRoom }: CrowdSize): Promise<Crowd> {
  const people = await seedPeople(store, rooms * perRoom);
  const [owner] = people;
  if (owner === undefined) throw new Error('a crowd needs somebody');
  const spaceId = await seedSpace(store, owner.id);
  const joinedAt = new Date().toISOString();
  await inTurns(people.slice(1), 4, ({ id }) => store.memberships.add(spaceId, id, 'member', joinedAt));
  await seedRoom(
    store,
    spaceId,
    'General',
    people.map(({ id }) => id),
    true,
  );
  const members: Member[] = [];
  const roomIds: string[] = [];
  for (let index = 0; index < rooms; index += 1) {
    const inRoom = people.slice(index * perRoom, (index + 1) * perRoom);
    const roomId = await seedRoom(
      store,
      spaceId,
      `Room ${index + 1}`,
      inRoom.map(({ id }) => id),
    );
    roomIds.push(roomId);
    members.push(...inRoom.map(({ id, name }) => ({ userId: id, name, roomId })));
  }
  return { spaceId, roomIds, members };
}

async function seedPeople(store: Store, count: number): Promise<{ id: string; name: string }[]> {
  const people = Array.from({ length: count }, (_, index) => ({ id: uuidv7(), name: `Person ${index + 1}` }));
  await inTurns(people, 4, (person) => store.users.createGuest(person));
  return people;
}

async function seedSpace(store: Store, ownerId: string): Promise<string> {
  const space = await store.spaces.create(
    {
      ...{ id: uuidv7(), slug: 'crowd', name: 'Crowd', description: '', welcomeText: '' },
      ...{ mapId: 'office', mapUrl: '/maps/office.tmj', region: 'local', hasResident: false },
      ...{ visibility: 'unlisted', passwordHash: null, capacity: 2_000 },
      ...{ createdBy: ownerId, createdAt: new Date().toISOString() },
    },
    ownerId,
  );
  if (space === 'slug_taken') throw new Error('the database is not empty');
  return space.id;
}

async function seedRoom(
  store: Store,
  spaceId: string,
  name: string,
  userIds: readonly string[],
  isDefault = false,
): Promise<string> {
  const id = uuidv7();
  // Nobody owns the default room: who owns the space looks after it.
  const first = isDefault ? 'admin' : 'owner';
  await store.chatrooms.create(
    {
      ...{ id, spaceId, kind: 'room', name, description: '', isPrivate: !isDefault, isDefault },
      ...{ slowModeS: 0, createdBy: null, createdAt: new Date().toISOString(), directKey: null },
    },
    userIds.map((userId, index) => ({ userId, role: index === 0 ? first : 'member' })),
  );
  return id;
}
