import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatContext } from '../context.ts';
import { noPerson } from './refusals.ts';

/** Whether the space knows somebody: a member, or one who stood or chatted there. Ids alone open nothing. */
async function isKnown({ store }: ChatContext, spaceId: string, userId: string): Promise<boolean> {
  if ((await store.memberships.find(spaceId, userId)) !== null) return true;
  if ((await store.positions.find(spaceId, userId)) !== null) return true;
  const common = await store.chatrooms.findDefault(spaceId);
  return common !== null && (await store.chatrooms.of(common.id, userId))?.member != null;
}

/**
 * Requires that somebody may chat in the space and has to do with it. All that stands in the way is answered alike, so
 * that nobody learns by trying who is banned or which ids belong to people. Throws `not_found`.
 */
export async function requireAround(context: ChatContext, spaceId: string, userId: string): Promise<void> {
  try {
    await context.access.requireInSpace(userId, spaceId, 'use:chat');
  } catch (error) {
    throw error instanceof RefusedError ? noPerson() : error;
  }
  if (!(await isKnown(context, spaceId, userId))) throw noPerson();
}

/** Requires that neither of two people blocks the other. Throws `forbidden`. */
export async function requireUnblocked(
  { access }: ChatContext,
  userId: string,
  otherId: string,
): Promise<void> {
  if (!(await access.separatedFrom(userId)).has(otherId)) return;
  throw new RefusedError('forbidden', 'This is not possible with this person.', 'userId');
}
