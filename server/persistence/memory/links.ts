import type { Link, LinkPurpose, LinkRepository } from '../ports.ts';
import { copy, holds, insert, isAlive, removeWhere, requireUser, type Tables } from './tables.ts';

export function memoryLinks(tables: Tables): LinkRepository {
  const { links } = tables;
  const usable = (tokenHash: string, purposes: LinkPurpose[], now: string): Link | null => {
    const link = links.get(tokenHash);
    if (link === undefined || !purposes.includes(link.purpose) || !holds(link.expiresAt, now)) return null;
    return link.userId === null || isAlive(tables, link.userId) ? link : null;
  };
  return {
    async create(link) {
      if (link.userId !== null) requireUser(tables, link.userId);
      insert(links, link.tokenHash, link);
    },
    async peek(tokenHash, purposes, now) {
      return copy(usable(tokenHash, purposes, now));
    },
    async take(tokenHash, purposes, now) {
      const link = usable(tokenHash, purposes, now);
      if (link !== null) links.delete(tokenHash);
      return link;
    },
    async revoke(purpose, userId) {
      removeWhere(links, (link) => link.purpose === purpose && (userId === null || link.userId === userId));
    },
    async prune(before) {
      removeWhere(links, (link) => link.expiresAt < before);
    },
  };
}
