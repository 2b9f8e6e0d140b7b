import type { BanRepository } from '../ports.ts';
import { pageById } from './pages.ts';
import { copy, holds, insert, removeWhere, requireSpace, requireUser, type Tables, where } from './tables.ts';

export function memoryBans(tables: Tables): BanRepository {
  const { bans } = tables;
  return {
    async put(ban) {
      requireSpace(tables, ban.spaceId);
      requireUser(tables, ban.userId);
      removeWhere(bans, (row) => row.spaceId === ban.spaceId && row.userId === ban.userId);
      insert(bans, ban.id, ban);
    },
    async find(spaceId, userId, now) {
      const matching = where(bans, (row) => row.spaceId === spaceId && row.userId === userId);
      return copy(matching.find(({ expiresAt }) => holds(expiresAt, now)) ?? null);
    },
    async findById(spaceId, id, now) {
      const ban = bans.get(id);
      return ban?.spaceId === spaceId && holds(ban.expiresAt, now) ? copy(ban) : null;
    },
    async lift(spaceId, id, now) {
      const [lifted] = removeWhere(
        bans,
        (row) => row.id === id && row.spaceId === spaceId && holds(row.expiresAt, now),
      );
      return lifted ?? null;
    },
    async list(spaceId, now, page) {
      const rows = where(bans, (row) => row.spaceId === spaceId && holds(row.expiresAt, now));
      return copy(pageById(rows, page, ({ id }) => id));
    },
  };
}
