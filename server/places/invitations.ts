import { v7 as uuidv7 } from 'uuid';
import { grantableRoles } from '#lib/domain/access/roles.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { InvitationView, memberRoutes } from '#lib/protocol/rest/members.ts';
import { personOf } from '../api/caller.ts';
import type { Operation } from '../api/define.ts';
import { newSecret } from '../people/secrets.ts';
import type { Invitation } from '../persistence/ports.ts';
import { record } from './audit.ts';
import { pageById, replyPage } from './cursors.ts';
import { mailInvitation } from './invitationMail.ts';
import { findPeople, type People } from './people.ts';

const invitationView = (invitation: Invitation, people: People): InvitationView => ({
  id: invitation.id,
  role: invitation.role,
  email: invitation.email,
  createdBy: people.namedOrNull(invitation.createdBy),
  createdAt: invitation.createdAt,
  expiresAt: invitation.expiresAt,
  usesMost: invitation.usesMost,
  uses: invitation.uses,
});

/** Invitations that can still be used. */
export const listInvitations: Operation<typeof memberRoutes.listInvitations> = async (context) => {
  const { services, inSpace, query, http } = context;
  const { store } = services;
  const page = await store.invitations.list(inSpace.space.id, http.now.toISOString(), pageById(query));
  const people = await findPeople(
    store,
    page.items.map(({ createdBy }) => createdBy),
  );
  return {
    reply: replyPage(
      page,
      page.items.map((invitation) => invitationView(invitation, people)),
    ),
  };
};

/** Makes an invitation. Throws `RefusedError`: `forbidden` (role), `rate_limited` (mails). */
export const createInvitation: Operation<typeof memberRoutes.createInvitation> = async (context) => {
  const { services, caller, inSpace, body, http } = context;
  const { space, role } = inSpace;
  const { store } = services;
  const inviter = personOf(caller);
  if (!grantableRoles(role).includes(body.role)) {
    throw new RefusedError('forbidden', 'This role is not yours to give.', 'role');
  }
  // Strangers' addresses get mail by it, so it draws on the budget of mails too.
  if (body.email !== undefined) await services.rateLimits.consume('mail', http.address);
  const { secret, secretHash } = newSecret();
  const invitation: Invitation = {
    id: uuidv7(),
    spaceId: space.id,
    role: body.role,
    email: body.email ?? null,
    createdBy: inviter.id,
    createdAt: http.now.toISOString(),
    expiresAt:
      body.expiresInS === null ? null : new Date(http.now.getTime() + body.expiresInS * 1_000).toISOString(),
    usesMost: body.usesMost,
    uses: 0,
  };
  await store.invitations.create(invitation, secretHash);
  const detail = { invitationId: invitation.id, role: body.role, usesMost: body.usesMost };
  const act = { spaceId: space.id, action: 'invitation.create', actorId: inviter.id } as const;
  await record(store, { ...act, detail }, http.now);
  const path = `/invite/${secret}`;
  await mailInvitation(services, { space, invitation, inviter, path, origin: http.origin });
  const people = await findPeople(store, [inviter.id]);
  return { reply: { invitation: invitationView(invitation, people), path } };
};

/** Ends an invitation of this space. Throws `RefusedError` (`not_found`). */
export const revokeInvitation: Operation<typeof memberRoutes.revokeInvitation> = async (context) => {
  const { services, caller, inSpace, params, http } = context;
  const spaceId = inSpace.space.id;
  const isRevoked = await services.store.invitations.revoke(spaceId, params.invitation);
  if (!isRevoked) {
    throw new RefusedError('not_found', 'There is no such invitation here.', 'params.invitation');
  }
  const act = { spaceId, action: 'invitation.revoke', actorId: personOf(caller).id } as const;
  await record(services.store, { ...act, detail: { invitationId: params.invitation } }, http.now);
  return { reply: {} };
};
