import { RefusedError } from '#lib/protocol/errors.ts';
import type { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { personOf } from '../api/caller.ts';
import type { Caller, HttpContext, Operation } from '../api/define.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { AuditAction, Space, SpacePatch } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { record } from './audit.ts';
import { answerSpace } from './spaceReply.ts';

const notFound = (): RefusedError => new RefusedError('not_found', 'There is no such space.', 'params.space');

interface Asked {
  readonly services: WebServices;
  readonly caller: Caller;
  readonly http: Pick<HttpContext, 'now'>;
}

/** Opens, closes, locks: writes it, notes who did it and tells the people inside. */
export async function turn(
  { services, caller, http }: Asked,
  space: Space,
  action: AuditAction,
  patch: SpacePatch,
): Promise<Space> {
  const updated = await services.store.spaces.update(space.id, patch, null);
  if (updated === null || typeof updated === 'string') throw notFound();
  await record(services.store, { spaceId: space.id, action, actorId: personOf(caller).id }, http.now);
  await notifyLive(services, { kind: 'space-changed', spaceId: space.id });
  return updated;
}

/** A deleted space is only brought back; it is not changed meanwhile. */
function refuseDeleted({ deletedAt }: Space): void {
  if (deletedAt !== null) throw notFound();
}

/** Closes a space; one that is closed stays as it is. */
export const archiveSpace: Operation<typeof spaceRoutes.archiveSpace> = async (context) => {
  const { space } = context.inSpace;
  refuseDeleted(space);
  if (space.archivedAt !== null) return await answerSpace(context, space);
  const patch = { archivedAt: context.http.now.toISOString() };
  return await answerSpace(context, await turn(context, space, 'space.archive', patch));
};

/** Opens a closed space again; one that is open stays as it is. */
export const unarchiveSpace: Operation<typeof spaceRoutes.unarchiveSpace> = async (context) => {
  const { space } = context.inSpace;
  refuseDeleted(space);
  if (space.archivedAt === null) return await answerSpace(context, space);
  return await answerSpace(context, await turn(context, space, 'space.unarchive', { archivedAt: null }));
};

/** Deletes a space for as long as housekeeping keeps it. */
export const deleteSpace: Operation<typeof spaceRoutes.deleteSpace> = async (context) => {
  const { space } = context.inSpace;
  refuseDeleted(space);
  await turn(context, space, 'space.delete', { deletedAt: context.http.now.toISOString() });
  return { reply: {} };
};

/** Brings a deleted space back. Throws `RefusedError` (`conflict`) for one that is not deleted. */
export const restoreSpace: Operation<typeof spaceRoutes.restoreSpace> = async (context) => {
  const { space } = context.inSpace;
  if (space.deletedAt === null) throw new RefusedError('conflict', 'This space is not deleted.');
  return await answerSpace(context, await turn(context, space, 'space.restore', { deletedAt: null }));
};
