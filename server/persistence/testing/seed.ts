import { v7 as uuidv7 } from 'uuid';
import type { Ban, NewSpace, Space, SpacePatch, Store, User } from '../ports.ts';

/** What the accounts made here sign in with, and its Argon2id hash (a cheap one, so that tests stay quick). */
export const seedPassword = 'correct horse battery staple';
export const seedPasswordHash =
  '$argon2id$v=19$m=1024,p=1,t=2$3GlUjIP5Zmy7H05v+m4hEQ$jwDlkfVT4ltz6kxqzaLJ+pJdMDUioguXLyofOC+dcGs';

/** One person for each thing that somebody can be; the roles are those of `seedSpace`. */
export interface SeedPeople {
  operator: User;
  owner: User;
  admin: User;
  moderator: User;
  member: User;
  /** Without an account, and a stored member with the role `guest`. */
  guestMember: User;
  /** An account that is no member. */
  stranger: User;
  /** Without an account and no member. */
  guest: User;
  /** An account that is banned. */
  banned: User;
}

export interface SeededSpace {
  space: Space;
  people: SeedPeople;
  ban: Ban;
}

/** An account that signs in with `seedPassword`; its address is its own in every call. */
export async function seedAccount(store: Store, name: string, isOperator = false): Promise<User> {
  const id = uuidv7();
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}-${id}@example.org`;
  const user = await store.users.createAccount({
    id,
    name,
    isOperator,
    email,
    passwordHash: seedPasswordHash,
  });
  if (user === 'email_taken') throw new Error(`${email} is taken.`);
  return user;
}

export const seedGuest = (store: Store, name: string): Promise<User> =>
  store.users.createGuest({ id: uuidv7(), name });

/** Makes the people. Call it again for others of the same names. */
export async function seedPeople(store: Store): Promise<SeedPeople> {
  return {
    operator: await seedAccount(store, 'Opal', true),
    owner: await seedAccount(store, 'Olga'),
    admin: await seedAccount(store, 'Adam'),
    moderator: await seedAccount(store, 'Mona'),
    member: await seedAccount(store, 'Max'),
    guestMember: await seedGuest(store, 'Gina'),
    stranger: await seedAccount(store, 'Stella'),
    guest: await seedGuest(store, 'Gus'),
    banned: await seedAccount(store, 'Bruno'),
  };
}

/** A space with a slug of its own; a password space opens with `seedPassword`. */
export function newSpace(overrides: Partial<NewSpace> = {}): NewSpace {
  const id = uuidv7();
  return {
    id,
    slug: `space-${id.replaceAll('-', '')}`,
    name: 'Harbour Studio',
    description: 'Desks by the water',
    welcomeText: 'Coffee is in the kitchen.',
    mapId: 'office',
    mapUrl: '/maps/office.tmj',
    region: 'local',
    hasResident: false,
    visibility: 'unlisted',
    passwordHash: overrides.visibility === 'password' ? seedPasswordHash : null,
    capacity: 50,
    createdBy: null,
    createdAt: new Date().toISOString(),
    ...overrides,
  };
}

export type SeedSpaceOptions = Partial<NewSpace> &
  Pick<SpacePatch, 'isLocked' | 'archivedAt' | 'deletedAt'> & {
    /** Who takes the roles; made here when they are missing. */
    people?: SeedPeople;
  };

/** Makes a space in which each of the people is what their key says, the ban without end included. */
export async function seedSpace(store: Store, options: SeedSpaceOptions = {}): Promise<SeededSpace> {
  const { people: given, isLocked, archivedAt, deletedAt, ...overrides } = options;
  const people = given ?? (await seedPeople(store));
  const made = await store.spaces.create(
    newSpace({ createdBy: people.owner.id, ...overrides }),
    people.owner.id,
  );
  if (made === 'slug_taken') throw new Error(`The slug ${overrides.slug} is taken.`);
  await seedMembers(store, made.id, people);
  const ban = await seedBan(store, made.id, people.banned.id, people.moderator.id);
  if (isLocked === undefined && archivedAt === undefined && deletedAt === undefined) {
    return { space: made, people, ban };
  }
  const space = await store.spaces.update(made.id, { isLocked, archivedAt, deletedAt }, null);
  if (space === null || typeof space === 'string') throw new Error('The space could not be changed.');
  return { space, people, ban };
}

async function seedMembers(store: Store, spaceId: string, people: SeedPeople): Promise<void> {
  const joinedAt = new Date().toISOString();
  await store.memberships.add(spaceId, people.admin.id, 'admin', joinedAt);
  await store.memberships.add(spaceId, people.moderator.id, 'moderator', joinedAt);
  await store.memberships.add(spaceId, people.member.id, 'member', joinedAt);
  await store.memberships.add(spaceId, people.guestMember.id, 'guest', joinedAt);
}

async function seedBan(store: Store, spaceId: string, userId: string, createdBy: string): Promise<Ban> {
  const ban: Ban = {
    id: uuidv7(),
    spaceId,
    userId,
    reason: 'Shouted at everybody',
    createdBy,
    createdAt: new Date().toISOString(),
    expiresAt: null,
  };
  await store.bans.put(ban);
  return ban;
}
