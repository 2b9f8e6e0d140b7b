import type { IdentityRepository } from '../ports.ts';
import { copy, isAlive, pair, removeWhere, requireUser, type Tables, where } from './tables.ts';

/** Keeps `isGuest` true to its meaning after a way to sign in was added or taken. */
function recount(tables: Tables, userId: string): void {
  const user = tables.users.get(userId);
  if (user === undefined) return;
  const isLinked = where(tables.identities, (row) => row.userId === userId).length > 0;
  const isGuest = user.email === null && user.passwordHash === null && !isLinked;
  if (isGuest !== user.isGuest) tables.users.set(userId, { ...user, isGuest, version: user.version + 1 });
}

export function memoryIdentities(tables: Tables): IdentityRepository {
  const { identities } = tables;
  return {
    async find(provider, subject) {
      const identity = identities.get(pair(provider, subject));
      return identity !== undefined && isAlive(tables, identity.userId) ? copy(identity) : null;
    },
    async link(identity) {
      requireUser(tables, identity.userId);
      const key = pair(identity.provider, identity.subject);
      const existing = identities.get(key);
      if (existing !== undefined) return existing.userId === identity.userId ? 'ok' : 'conflict';
      identities.set(key, copy(identity));
      recount(tables, identity.userId);
      return 'ok';
    },
    async list(userId) {
      return copy(
        where(identities, (row) => row.userId === userId).sort((a, b) =>
          a.provider === b.provider ? (a.subject < b.subject ? -1 : 1) : a.provider < b.provider ? -1 : 1,
        ),
      );
    },
    async unlink(userId, provider) {
      const removed = removeWhere(identities, (row) => row.userId === userId && row.provider === provider);
      recount(tables, userId);
      return removed.length > 0;
    },
  };
}
