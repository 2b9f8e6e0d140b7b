import type { AuditRepository } from '../ports.ts';
import { pageById } from './pages.ts';
import { copy, insert, removeWhere, requireSpace, requireUser, type Tables, where } from './tables.ts';

export function memoryAudit(tables: Tables): AuditRepository {
  return {
    async add(entry) {
      requireSpace(tables, entry.spaceId);
      for (const id of [entry.actorId, entry.targetId]) if (id !== null) requireUser(tables, id);
      insert(tables.audit, entry.id, entry);
    },
    async list(spaceId, page, action) {
      const rows = where(
        tables.audit,
        (entry) => entry.spaceId === spaceId && (action === null || entry.action === action),
      );
      return copy(pageById(rows, page, ({ id }) => id));
    },
    async prune(before) {
      return removeWhere(tables.audit, ({ at }) => at < before).length;
    },
  };
}
