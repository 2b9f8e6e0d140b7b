import type { Login, LoginRepository } from '../ports.ts';
import { copy, holds, insert, isAlive, removeWhere, requireUser, type Tables, where } from './tables.ts';

const newestFirst = (a: Login, b: Login): number =>
  a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1;

export function memoryLogins(tables: Tables): LoginRepository {
  const { logins } = tables;
  const isOpen = (login: Login, now: string) => holds(login.expiresAt, now) && isAlive(tables, login.userId);
  return {
    async create(login) {
      requireUser(tables, login.userId);
      insert(logins, login.id, login);
    },
    async find(id, now) {
      const login = logins.get(id);
      return login !== undefined && isOpen(login, now) ? copy(login) : null;
    },
    async touch(id, lastSeenAt) {
      const login = logins.get(id);
      if (login !== undefined && login.lastSeenAt < lastSeenAt) logins.set(id, { ...login, lastSeenAt });
    },
    async list(userId, now) {
      return copy(where(logins, (login) => login.userId === userId && isOpen(login, now)).sort(newestFirst));
    },
    async end(userId, id) {
      return removeWhere(logins, (login) => login.id === id && login.userId === userId).length > 0;
    },
    async endAll(userId, exceptId) {
      removeWhere(logins, (login) => login.userId === userId && login.id !== exceptId);
    },
    async prune(before) {
      removeWhere(logins, (login) => login.expiresAt < before);
    },
  };
}
