import { RefusedError } from '#lib/protocol/errors.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { WebServices } from '../services.ts';

type Services = Pick<WebServices, 'store' | 'control' | 'logger'>;

/**
 * Blocks somebody for somebody. Live people are told, so that calls part at once.
 *
 * Throws `RefusedError`: `conflict` for oneself, `not_found` for nobody.
 */
export async function blockPerson(
  services: Services,
  userId: string,
  blockedId: string,
  now: Date,
): Promise<void> {
  if (userId === blockedId) throw new RefusedError('conflict', 'Nobody blocks themselves.', 'params.user');
  if ((await services.store.users.findById(blockedId)) === null) throw nobody();
  await services.store.blocks.put({ userId, blockedId, createdAt: now.toISOString() });
  await notifyLive(services, { kind: 'blocks-changed', userId });
}

/** Ends a block. Throws `RefusedError` (`not_found`) when there is none. */
export async function unblockPerson(services: Services, userId: string, blockedId: string): Promise<void> {
  if (!(await services.store.blocks.remove(userId, blockedId))) throw nobody();
  await notifyLive(services, { kind: 'blocks-changed', userId });
}

const nobody = () => new RefusedError('not_found', 'There is no such person.', 'params.user');
