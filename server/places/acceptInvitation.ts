import { grantableRoles, type Role } from '#lib/domain/access/roles.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { memberRoutes } from '#lib/protocol/rest/members.ts';
import { personOf } from '../api/caller.ts';
import type { Operation } from '../api/define.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import { hashOfSecret } from '../people/secrets.ts';
import type { Invitation, Space, Store } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { record } from './audit.ts';
import { mayHold } from './members.ts';
import { findPeople } from './people.ts';
import { findTarget } from './targets.ts';

interface Invited {
  readonly tokenHash: string;
  readonly invitation: Invitation;
  readonly space: Space;
}

const invalid = (): RefusedError =>
  new RefusedError(
    'invitation_invalid',
    'This invitation is unknown, has ended or was used up.',
    'params.token',
  );

/**
 * Whether whoever made an invitation could still give its role. An invitation is worth no more than that: who was
 * removed or lowered has left no way back open for themselves.
 */
async function isBacked(store: Store, space: Space, invitation: Invitation, now: Date): Promise<boolean> {
  const { createdBy, role } = invitation;
  if (createdBy === null) return true;
  const standing = await store.spaces.standing(space.id, createdBy, now.toISOString());
  if (standing === null || (standing.isBanned && !standing.isOperator)) return false;
  const actor: Role | null = standing.isOperator ? 'owner' : standing.membership;
  return grantableRoles(actor).includes(role);
}

/** What the link leads to. Throws `RefusedError` (`invitation_invalid`). */
async function openInvitation(store: Store, token: string, now: Date): Promise<Invited> {
  const tokenHash = hashOfSecret(token);
  const invitation = await store.invitations.findByHash(tokenHash, now.toISOString());
  const space = invitation === null ? null : await store.spaces.findById(invitation.spaceId);
  if (invitation === null || space === null || space.deletedAt !== null) throw invalid();
  if (!(await isBacked(store, space, invitation, now))) throw invalid();
  return { tokenHash, invitation, space };
}

/** What an invitation is for, told to whoever has the link. Throws `RefusedError` (`invitation_invalid`). */
export const previewInvitation: Operation<typeof memberRoutes.previewInvitation> = async (context) => {
  const { services, params, http } = context;
  const { invitation, space } = await openInvitation(services.store, params.token, http.now);
  const people = await findPeople(services.store, [invitation.createdBy]);
  const reply = {
    space: { id: space.id, slug: space.slug, name: space.name, mapId: space.mapId },
    role: invitation.role,
    invitedBy: people.present(invitation.createdBy),
    expiresAt: invitation.expiresAt,
    needsAccount: !mayHold(true, invitation.role),
  };
  return { reply };
};

/** Makes the person a member, notes it and tells live people. Returns the role they have now. */
async function take(services: WebServices, invited: Invited, userId: string, now: Date): Promise<Role> {
  const { store } = services;
  const { tokenHash, invitation, space } = invited;
  const accepted = await store.invitations.accept(tokenHash, userId, now.toISOString());
  if (accepted === null) throw invalid();
  const { role, isNew } = accepted;
  // Nobody uses an invitation up that gives them nothing.
  if (!isNew) return role;
  const act = { spaceId: space.id, action: 'member.add', actorId: userId, targetId: userId } as const;
  await record(store, { ...act, detail: { role, by: 'invitation', invitationId: invitation.id } }, now);
  await notifyLive(services, { kind: 'standing-changed', spaceId: space.id, userId });
  return role;
}

/** Takes an invitation. Throws `RefusedError`: `invitation_invalid`, `banned`, `forbidden` (no account). */
export const acceptInvitation: Operation<typeof memberRoutes.acceptInvitation> = async (context) => {
  const { services, caller, params, http } = context;
  const { store } = services;
  const { id: userId } = personOf(caller);
  const invited = await openInvitation(store, params.token, http.now);
  const { invitation, space } = invited;
  const taker = await findTarget(store, space, userId, http.now);
  if (taker.isBanned && !taker.isOperator) {
    throw new RefusedError('banned', 'You are banned from this space.');
  }
  if (!mayHold(taker.isGuest, invitation.role)) {
    throw new RefusedError('forbidden', 'This role is for accounts: make one first, or sign in.');
  }
  const role = await take(services, invited, userId, http.now);
  return { reply: { spaceId: space.id, slug: space.slug, role } };
};
