import { v7 as uuidv7 } from 'uuid';
import { outranks } from '#lib/domain/access/roles.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { BanView, moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import { personOf } from '../api/caller.ts';
import type { Context, Operation } from '../api/define.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { Ban } from '../persistence/ports.ts';
import { record } from './audit.ts';
import { pageById, replyPage } from './cursors.ts';
import { turn } from './lifecycle.ts';
import { findPeople, type People } from './people.ts';
import { findTarget, refuseSelf, requireOutranked } from './targets.ts';

const banView = (ban: Ban, people: People): BanView => ({
  id: ban.id,
  person: people.named(ban.userId),
  reason: ban.reason,
  createdBy: people.namedOrNull(ban.createdBy),
  createdAt: ban.createdAt,
  expiresAt: ban.expiresAt,
});

/** Bans in force, newest first. */
export const listBans: Operation<typeof moderationRoutes.listBans> = async (context) => {
  const { services, inSpace, query, http } = context;
  const { store } = services;
  const page = await store.bans.list(inSpace.space.id, http.now.toISOString(), pageById(query));
  const people = await findPeople(
    store,
    page.items.flatMap(({ userId, createdBy }) => [userId, createdBy]),
  );
  return {
    reply: replyPage(
      page,
      page.items.map((entry) => banView(entry, people)),
    ),
  };
};

/** Takes a ban back when its target has risen since it was judged. Throws `RefusedError` (`forbidden`). */
async function judgeAgain({ services, inSpace, http }: Context<typeof moderationRoutes.ban>, put: Ban) {
  const { store } = services;
  const target = await findTarget(store, inSpace.space, put.userId, http.now, 'userId');
  if (outranks(inSpace.role, target.role)) return;
  await store.bans.lift(put.spaceId, put.id, http.now.toISOString());
  requireOutranked(inSpace.role, target);
}

/** Keeps somebody out. Throws `RefusedError`: `not_found`, `forbidden`, `conflict` (oneself). */
export const ban: Operation<typeof moderationRoutes.ban> = async (context) => {
  const { services, caller, inSpace, body, http } = context;
  const { store } = services;
  const { space, role } = inSpace;
  const actorId = personOf(caller).id;
  refuseSelf(actorId, body.userId, 'conflict', 'userId');
  const target = await findTarget(store, space, body.userId, http.now, 'userId');
  requireOutranked(role, target);
  const { reason, durationS } = body;
  const put: Ban = {
    id: uuidv7(),
    spaceId: space.id,
    userId: target.userId,
    reason,
    createdBy: actorId,
    createdAt: http.now.toISOString(),
    expiresAt: durationS === null ? null : new Date(http.now.getTime() + durationS * 1_000).toISOString(),
  };
  // In force before anything else: from here on nobody lets them in again.
  await store.bans.put(put);
  await judgeAgain(context, put);
  const act = { spaceId: space.id, action: 'participant.ban', actorId, targetId: target.userId } as const;
  await record(store, { ...act, detail: { banId: put.id, reason, durationS } }, http.now);
  await notifyLive(services, { kind: 'standing-changed', spaceId: space.id, userId: target.userId });
  return { reply: { ban: banView(put, await findPeople(store, [put.userId, actorId])) } };
};

/** Lifts a ban. Throws `RefusedError`: `not_found`, `forbidden`. */
export const liftBan: Operation<typeof moderationRoutes.liftBan> = async (context) => {
  const { services, caller, inSpace, params, http } = context;
  const { store } = services;
  const { space, role } = inSpace;
  const now = http.now.toISOString();
  const notFound = () => new RefusedError('not_found', 'There is no such ban in force here.', 'params.ban');
  const found = await store.bans.findById(space.id, params.ban, now);
  if (found === null) throw notFound();
  // A ban of somebody above may only be lifted from above them. People whose account is gone stand above nobody.
  const standing = await store.spaces.standing(space.id, found.userId, now);
  if (standing !== null) requireOutranked(role, await findTarget(store, space, found.userId, http.now));
  const lifted = await store.bans.lift(space.id, found.id, now);
  if (lifted === null) throw notFound();
  const actorId = personOf(caller).id;
  const act = { spaceId: space.id, action: 'ban.lift', actorId, targetId: lifted.userId } as const;
  await record(store, { ...act, detail: { banId: lifted.id } }, http.now);
  await notifyLive(services, { kind: 'standing-changed', spaceId: space.id, userId: lifted.userId });
  return { reply: {} };
};

/** Lets nobody new in; a locked space stays as it is. */
export const lock: Operation<typeof moderationRoutes.lock> = async (context) => {
  const { space } = context.inSpace;
  if (!space.isLocked) await turn(context, space, 'space.lock', { isLocked: true });
  return { reply: {} };
};

/** Ends a lock; an open space stays as it is. */
export const unlock: Operation<typeof moderationRoutes.unlock> = async (context) => {
  const { space } = context.inSpace;
  if (space.isLocked) await turn(context, space, 'space.unlock', { isLocked: false });
  return { reply: {} };
};
