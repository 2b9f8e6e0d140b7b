import { v7 as uuidv7 } from 'uuid';
import type { moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import { personOf } from '../api/caller.ts';
import type { Caller, HttpContext, Operation, SpaceContext } from '../api/define.ts';
import { personViewOf } from '../people/profile.ts';
import type { WebServices } from '../services.ts';
import { record } from './audit.ts';
import { findTarget, refuseSelf, requireOutranked } from './targets.ts';

interface Asked {
  readonly services: WebServices;
  readonly caller: Caller;
  readonly inSpace: SpaceContext;
  readonly params: { readonly user: string };
  readonly http: Pick<HttpContext, 'now'>;
}

type Deed =
  | { readonly kind: 'mute' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'move'; readonly x: number; readonly y: number };

/**
 * Does something to somebody inside, and notes it once it is done. Throws `RefusedError`: `not_found` for people who are
 * not inside, `forbidden` for those who are not below the caller.
 */
async function actUpon(asked: Asked, deed: Deed): Promise<void> {
  const { services, caller, inSpace, params, http } = asked;
  const { space, role } = inSpace;
  const actor = personOf(caller);
  refuseSelf(actor.id, params.user, 'bad_request', 'params.user');
  const target = await findTarget(services.store, space, params.user, http.now);
  requireOutranked(role, target);
  const where = { spaceId: space.id, userId: target.userId, by: personViewOf(actor) };
  await services.control.apply({ ...where, ...deed });
  const { kind, ...detail } = deed;
  const action = `participant.${kind}` as const;
  const act = { spaceId: space.id, action, actorId: actor.id, targetId: target.userId, detail };
  await record(services.store, act, http.now);
}

/** Switches somebody’s microphone off. Throws what `actUpon` throws. */
export const mute: Operation<typeof moderationRoutes.mute> = async (context) => {
  await actUpon(context, { kind: 'mute' });
  return { reply: {} };
};

/** Puts somebody on another tile. Throws what `actUpon` throws, and `blocked_tile`. */
export const move: Operation<typeof moderationRoutes.move> = async (context) => {
  const { x, y } = context.body;
  await actUpon(context, { kind: 'move', x, y });
  return { reply: {} };
};

/** Sends somebody out. Throws what `actUpon` throws. */
export const remove: Operation<typeof moderationRoutes.remove> = async (context) => {
  await actUpon(context, { kind: 'remove' });
  return { reply: {} };
};

/** Shows a text to everybody inside. Throws `RefusedError` (`unavailable`). */
export const announce: Operation<typeof moderationRoutes.announce> = async (context) => {
  const { services, caller, inSpace, body, http } = context;
  const actor = personOf(caller);
  const spaceId = inSpace.space.id;
  const announcement = { id: uuidv7(), text: body.text, by: personViewOf(actor) };
  const { reached } = await services.control.apply({ kind: 'announce', spaceId, ...announcement });
  const act = { spaceId, action: 'space.announce', actorId: actor.id } as const;
  await record(services.store, { ...act, detail: { text: body.text, reached } }, http.now);
  return { reply: { reached } };
};
