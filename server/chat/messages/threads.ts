import type { ThreadInput } from '#lib/protocol/chat/inputs.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { logOf, type MessageDeps } from './deps.ts';
import type { Stretch } from './pages.ts';

/** Messages of a thread that one reading gives. */
const pageMost = 200;

/**
 * A stretch of a thread as somebody asked for it. What they do not see is left out before it is cut, so that a page with
 * more behind it is never empty: its last message is where the next one begins. Throws `not_found` for a message that
 * there is not.
 */
export async function readThread(
  deps: MessageDeps,
  userId: string,
  { roomId, messageId, afterSeq: wantedSeq }: ThreadInput,
): Promise<Stretch> {
  const log = logOf(deps, roomId);
  const lastSeq = await log.lastSeq(roomId);
  const [message] = await log.findMessages(roomId, [messageId]);
  if (message === undefined) throw new RefusedError('not_found', 'there is no such message');
  const threadId = message.threadId ?? message.id;
  const since = deps.bubbles.since(roomId, userId) ?? 0;
  const hiddenUserIds = [...(await deps.access.separatedFrom(userId))];
  const afterSeq = Math.max(wantedSeq, since);
  const read = await log.thread({ roomId, threadId, afterSeq, hiddenUserIds }, pageMost + 1);
  const hasOlder = wantedSeq > since && read[0]?.id !== threadId;
  return { messages: read.slice(0, pageMost), hasOlder, hasNewer: read.length > pageMost, lastSeq };
}
