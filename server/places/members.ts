import { grantableRoles, isAtLeast, type Role } from '#lib/domain/access/roles.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { MemberView, memberRoutes } from '#lib/protocol/rest/members.ts';
import { personOf } from '../api/caller.ts';
import type { Operation } from '../api/define.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import { personViewOf } from '../people/profile.ts';
import type { Membership, RoleChange, Space } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { record } from './audit.ts';
import { pageByKey, replyPage } from './cursors.ts';
import { findTarget, refuseSelf, requireOutranked, type Target } from './targets.ts';

const noMember = (): RefusedError => new RefusedError('not_found', 'They are no member here.', 'params.user');

const memberView = (member: Membership): MemberView => ({
  person: personViewOf({ id: member.userId, name: member.name, cast: member.cast }),
  role: member.role,
  isGuest: member.isGuest,
  pronouns: member.pronouns,
  joinedAt: member.joinedAt,
});

const lastOwner = (): RefusedError => new RefusedError('last_owner', 'A space needs an owner.');

function requireDone(change: Exclude<RoleChange, 'stale'>): void {
  if (change === 'not_found') throw noMember();
  if (change === 'last_owner') throw lastOwner();
}

/** Members of a space, oldest first. */
export const listMembers: Operation<typeof memberRoutes.listMembers> = async ({
  services,
  inSpace,
  query,
}) => {
  const filter = { role: query.role ?? null, query: query.query ? query.query : null };
  const page = await services.store.memberships.list(inSpace.space.id, pageByKey(query), filter);
  return { reply: replyPage(page, page.items.map(memberView)) };
};

/** Guests lose their way back when they lose their browser: nothing may hang on them. */
export const mayHold = (isGuest: boolean, role: Role): boolean => !isGuest || !isAtLeast(role, 'moderator');

/**
 * Refuses a role that the actor may not give, or not to this person. Who steps down needs nobody's leave.
 *
 * Throws `RefusedError`: `forbidden`, `conflict`.
 */
function requireGrantable(actor: Role | null, actorId: string, target: Target, role: Role): void {
  const isStepDown = target.userId === actorId && actor !== null && isAtLeast(actor, role);
  if (!isStepDown) {
    requireOutranked(actor, target);
    if (!grantableRoles(actor).includes(role)) {
      throw new RefusedError('forbidden', 'This role is not yours to give.', 'role');
    }
  }
  if (!mayHold(target.isGuest && !target.isOperator, role)) {
    throw new RefusedError('conflict', 'Without an account they can be guests or members only.', 'role');
  }
}

/**
 * Whether somebody without a membership has to do with this space: nobody is made a member of a place that they never
 * entered, and nobody learns by trying which ids belong to people.
 */
async function isKnownHere({ store, control }: WebServices, space: Space, target: Target): Promise<boolean> {
  if (target.isOperator) return true;
  if (target.role === null || target.isBanned) return false;
  if ((await store.positions.find(space.id, target.userId)) !== null) return true;
  const inside = await control.participants(space.id).catch((error: unknown) => {
    if (error instanceof RefusedError) return [];
    throw error;
  });
  return inside.some(({ person }) => person.id === target.userId);
}

/** Writes the role, unless the one that was judged is not theirs any more: then it is `stale`. */
async function giveRole(
  services: WebServices,
  space: Space,
  target: Target,
  role: Role,
  now: Date,
): Promise<RoleChange> {
  const { memberships } = services.store;
  const { userId, membership } = target;
  if (membership !== null) return await memberships.setRole(space.id, userId, role, membership);
  const given = await memberships.add(space.id, userId, role, now.toISOString());
  return given === role ? 'ok' : 'stale';
}

/** Gives a role. Throws `RefusedError`: `not_found`, `forbidden`, `conflict` (no account), `last_owner`. */
export const setRole: Operation<typeof memberRoutes.setRole> = async (context) => {
  const { services, caller, inSpace, params, body, http } = context;
  const { space, role: actorRole } = inSpace;
  const { store } = services;
  const actorId = personOf(caller).id;
  const target = await findTarget(store, space, params.user, http.now);
  if (target.membership === null && !(await isKnownHere(services, space, target))) throw noMember();
  requireGrantable(actorRole, actorId, target, body.role);
  if (target.membership !== body.role) {
    const change = await giveRole(services, space, target, body.role, http.now);
    // Somebody else gave them another role meanwhile: that one is judged anew.
    if (change === 'stale') return await setRole(context);
    requireDone(change);
    const detail = { from: target.membership, to: body.role };
    const act = { spaceId: space.id, action: 'member.role', actorId, targetId: target.userId } as const;
    await record(store, { ...act, detail }, http.now);
    await notifyLive(services, { kind: 'standing-changed', spaceId: space.id, userId: target.userId });
  }
  const member = await store.memberships.find(space.id, target.userId);
  if (member === null) throw noMember();
  return { reply: { member: memberView(member) } };
};

/** Ends somebody’s membership. Throws `RefusedError`: `not_found`, `forbidden`, `last_owner`. */
export const removeMember: Operation<typeof memberRoutes.removeMember> = async (context) => {
  const { services, caller, inSpace, params, http } = context;
  const { space, role } = inSpace;
  const actorId = personOf(caller).id;
  refuseSelf(actorId, params.user, 'bad_request', 'params.user');
  const target = await findTarget(services.store, space, params.user, http.now);
  if (target.membership === null) throw noMember();
  requireOutranked(role, target);
  const change = await services.store.memberships.remove(space.id, target.userId, target.membership);
  // Somebody else gave them another role meanwhile: that one is judged anew.
  if (change === 'stale') return await removeMember(context);
  requireDone(change);
  const act = { spaceId: space.id, action: 'member.remove', actorId, targetId: target.userId } as const;
  await record(services.store, { ...act, detail: { role: target.membership } }, http.now);
  await notifyLive(services, { kind: 'standing-changed', spaceId: space.id, userId: target.userId });
  return { reply: {} };
};

/** Ends the caller’s own membership. Throws `RefusedError`: `not_found`, `last_owner`. */
export const leaveSpace: Operation<typeof memberRoutes.leaveSpace> = async (context) => {
  const { services, caller, inSpace, http } = context;
  const spaceId = inSpace.space.id;
  const { id: userId } = personOf(caller);
  const change = await services.store.memberships.remove(spaceId, userId);
  if (change === 'not_found') throw new RefusedError('not_found', 'You are no member here.');
  if (change === 'last_owner') throw lastOwner();
  await record(
    services.store,
    { spaceId, action: 'member.leave', actorId: userId, detail: { role: inSpace.role } },
    http.now,
  );
  await notifyLive(services, { kind: 'standing-changed', spaceId, userId });
  return { reply: {} };
};
