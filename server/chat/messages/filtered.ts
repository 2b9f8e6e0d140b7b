import { v7 as uuidv7 } from 'uuid';
import { matchTerm } from '#lib/domain/chat/filter.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Chatroom } from '../../persistence/ports.ts';
import { type MessageDeps, nowOf } from './deps.ts';

/**
 * Throws `filtered` for a text that the space does not want. Returns the term that puts it into the moderators' queue;
 * `null`: none. What is said in a bubble or between two people is nobody else's matter.
 */
export async function filter(deps: MessageDeps, room: Chatroom, content: string): Promise<string | null> {
  if (room.kind !== 'room' || content === '') return null;
  const met = matchTerm(content, await deps.access.spaces.filters(room.spaceId));
  if (met?.action === 'refuse') throw new RefusedError('filtered', 'the space does not want this text');
  return met?.term ?? null;
}

/** Puts a message that was written into the moderators' queue, with its text as it is. */
export async function reportFiltered(
  deps: MessageDeps,
  { id: roomId, spaceId }: Chatroom,
  message: { id: string; authorId: string; content: string },
  term: string,
): Promise<void> {
  const { id: messageId, authorId, content } = message;
  const settled = { status: 'open', resolvedBy: null, resolvedAt: null } as const;
  const about = { id: uuidv7(), spaceId, roomId, messageId, authorId, content, term, at: nowOf(deps) };
  try {
    await deps.store.chatModeration.report({ ...about, ...settled, reporterId: null, reason: '' });
  } catch (error) {
    // The message is stored and has to be acknowledged.
    deps.context.logger.error({ error, spaceId, messageId }, 'a filtered message could not be reported');
  }
}
