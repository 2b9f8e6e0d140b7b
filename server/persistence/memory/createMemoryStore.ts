import type { SavedPosition, Space, Store, User } from '../ports.ts';

const keyOf = (spaceId: string, userId: string): string => `${spaceId} ${userId}`;

/** Rows leave and enter as copies, as they would over a connection. */
const copy = <T>(value: T): T => structuredClone(value);

/** All that is stored, in the memory of this process: for tests and tools. */
export function createMemoryStore(): Store {
  const users = new Map<string, User>();
  const spaces = new Map<string, Space>();
  const positions = new Map<string, SavedPosition>();
  const bySlug = (slug: string) => [...spaces.values()].find((space) => space.slug === slug);
  return {
    users: {
      async createGuest({ id, name }) {
        if (users.has(id)) throw new Error(`A user with the id ${id} exists.`);
        users.set(id, { id, name, email: null, createdAt: new Date().toISOString() });
        return copy(users.get(id) as User);
      },
      async findById(id) {
        return copy(users.get(id) ?? null);
      },
      async rename(id, name) {
        const user = users.get(id);
        if (user === undefined) return null;
        users.set(id, { ...user, name });
        return { ...user, name };
      },
    },
    spaces: {
      async ensure(space) {
        const existing = bySlug(space.slug);
        if (existing !== undefined) return copy(existing);
        spaces.set(space.id, copy(space));
        return copy(space);
      },
      async findById(id) {
        return copy(spaces.get(id) ?? null);
      },
      async findBySlug(slug) {
        return copy(bySlug(slug) ?? null);
      },
    },
    positions: {
      async save(spaceId, saved) {
        if (saved.length === 0) return;
        if (!spaces.has(spaceId)) throw new Error(`There is no space ${spaceId}.`);
        const stranger = saved.find(({ userId }) => !users.has(userId));
        if (stranger !== undefined) throw new Error(`There is no user ${stranger.userId}.`);
        for (const position of saved) positions.set(keyOf(spaceId, position.userId), copy(position));
      },
      async find(spaceId, userId) {
        return copy(positions.get(keyOf(spaceId, userId)) ?? null);
      },
    },
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
