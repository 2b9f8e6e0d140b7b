import { exportedRows } from '../exported.ts';
import { formerName } from '../formerName.ts';
import type { RoomMember } from '../ports/chat.ts';
import { soleOwnerships, toMembership } from './memberships.ts';
import { emptyProfile, pair, removeWhere, type Tables, toUser, where } from './tables.ts';

/** Empties a person's row and removes what is theirs. */
export function anonymise(
  tables: Tables,
  id: string,
): { deletedSpaceIds: string[] } | 'last_owner' | 'not_found' {
  const row = tables.users.get(id);
  if (row === undefined || row.deletedAt !== null) return 'not_found';
  const owned = soleOwnerships(tables, id);
  if (owned.some(({ otherMembers }) => otherMembers > 0)) return 'last_owner';
  const deletedAt = new Date().toISOString();
  for (const { spaceId } of owned) deleteSpace(tables, spaceId, deletedAt);
  handOverRooms(tables, id);
  const isTheirs = ({ userId }: { userId: string | null }) => userId === id;
  removeWhere(tables.logins, isTheirs);
  removeWhere(tables.links, isTheirs);
  removeWhere(tables.apiTokens, isTheirs);
  removeWhere(tables.identities, isTheirs);
  removeWhere(tables.memberships, isTheirs);
  removeWhere(tables.positions, isTheirs);
  removeWhere(tables.blocks, ({ userId, blockedId }) => userId === id || blockedId === id);
  removeWhere(tables.chatroomMembers, isTheirs);
  removeWhere(tables.chatMutes, isTheirs);
  removeWhere(tables.idempotency, ({ actorId }) => actorId === id);
  forgetAddress(tables, row.email);
  tables.users.set(id, {
    id,
    name: formerName,
    email: null,
    passwordHash: null,
    isOperator: false,
    isGuest: true,
    ...emptyProfile,
    version: row.version + 1,
    createdAt: row.createdAt,
    deletedAt,
  });
  return { deletedSpaceIds: owned.map(({ spaceId }) => spaceId) };
}

function deleteSpace(tables: Tables, spaceId: string, deletedAt: string): void {
  const space = tables.spaces.get(spaceId);
  if (space !== undefined) tables.spaces.set(spaceId, { ...space, deletedAt, version: space.version + 1 });
}

/** Chatrooms that would be left without an owner go to the admin, else the member, who has been there the longest. */
function handOverRooms(tables: Tables, id: string): void {
  const order = ({ role, joinedAt, userId }: RoomMember) =>
    `${role === 'admin' ? 0 : 1}/${joinedAt}/${userId}`;
  const owned = where(tables.chatroomMembers, ({ userId, role }) => userId === id && role === 'owner');
  for (const { roomId } of owned) {
    const others = where(tables.chatroomMembers, (each) => each.roomId === roomId && each.userId !== id);
    if (others.some(({ role }) => role === 'owner')) continue;
    const [heir] = others.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    if (heir !== undefined) tables.chatroomMembers.set(pair(roomId, heir.userId), { ...heir, role: 'owner' });
  }
}

/** Others' rows may name the address, too. */
function forgetAddress(tables: Tables, email: string | null): void {
  if (email === null) return;
  for (const invitation of tables.invitations.values()) {
    if (invitation.email === email) invitation.email = null;
  }
  for (const entry of tables.audit.values()) {
    if (entry.detail.email === email) delete entry.detail.email;
  }
}

/** Everything about a person; empty for one who is not there. */
export function exportOf(tables: Tables, id: string): Record<string, unknown> {
  const row = tables.users.get(id);
  if (row === undefined || row.deletedAt !== null) return {};
  const isTheirs = ({ userId }: { userId: string | null }) => userId === id;
  return exportedRows({
    user: toUser(row),
    logins: where(tables.logins, isTheirs),
    links: where(tables.links, isTheirs),
    apiTokens: where(tables.apiTokens, isTheirs).map(({ secretHash: _, ...token }) => token),
    identities: where(tables.identities, isTheirs),
    spaces: where(tables.spaces, ({ createdBy }) => createdBy === id),
    memberships: where(tables.memberships, isTheirs).map((membership) => toMembership(tables, membership)),
    invitations: where(
      tables.invitations,
      ({ createdBy, email }) => createdBy === id || (email !== null && email === row.email),
    ).map(({ tokenHash: _, ...invitation }) => invitation),
    bans: where(tables.bans, isTheirs),
    blocks: where(tables.blocks, isTheirs),
    positions: where(tables.positions, isTheirs),
    audit: where(tables.audit, ({ actorId, targetId }) => actorId === id || targetId === id),
  });
}
