import { isAtLeast } from '#lib/domain/access/roles.ts';
import type { Invitation, InvitationRepository } from '../ports.ts';
import { raise } from './memberships.ts';
import { pageById } from './pages.ts';
import {
  copy,
  holds,
  insert,
  pair,
  removeWhere,
  requireSpace,
  requireUser,
  type Tables,
  where,
} from './tables.ts';

type Row = Invitation & { tokenHash: string };

const isUsable = ({ expiresAt, usesMost, uses }: Row, now: string): boolean =>
  holds(expiresAt, now) && (usesMost === null || uses < usesMost);

const withoutHash = ({ tokenHash: _, ...invitation }: Row): Invitation => copy(invitation);

export function memoryInvitations(tables: Tables): InvitationRepository {
  const { invitations } = tables;
  const usable = (tokenHash: string, now: string): Row | undefined =>
    where(invitations, (row) => row.tokenHash === tokenHash && isUsable(row, now))[0];
  return {
    async create(invitation, tokenHash) {
      requireSpace(tables, invitation.spaceId);
      if (invitation.createdBy !== null) requireUser(tables, invitation.createdBy);
      if (where(invitations, (row) => row.tokenHash === tokenHash).length > 0) {
        throw new Error('There is an invitation with this secret.');
      }
      insert(invitations, invitation.id, { ...invitation, tokenHash });
    },
    async findByHash(tokenHash, now) {
      const row = usable(tokenHash, now);
      return row === undefined ? null : withoutHash(row);
    },
    async accept(tokenHash, userId, now) {
      const row = usable(tokenHash, now);
      if (row === undefined) return null;
      const { spaceId, role } = row;
      const before = tables.memberships.get(pair(spaceId, userId))?.role ?? null;
      if (before !== null && isAtLeast(before, role)) return { role: before, isNew: false };
      const raised = raise(tables, { spaceId, userId, role, joinedAt: now });
      invitations.set(row.id, { ...row, uses: row.uses + 1 });
      return { role: raised, isNew: true };
    },
    async list(spaceId, now, page) {
      const rows = where(invitations, (row) => row.spaceId === spaceId && isUsable(row, now));
      const { items, next } = pageById(rows, page, ({ id }) => id);
      return { items: items.map(withoutHash), next };
    },
    async revoke(spaceId, id) {
      return removeWhere(invitations, (row) => row.spaceId === spaceId && row.id === id).length > 0;
    },
  };
}
