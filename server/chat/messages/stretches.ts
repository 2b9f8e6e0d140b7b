import type { HistoryInput } from '#lib/protocol/chat/inputs.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatLogRepository, StoredEntry } from '../../persistence/ports.ts';
import { logOf, type MessageDeps } from './deps.ts';
import type { Stretch } from './pages.ts';

/** Readings that are overtaken by new entries are made again; the last one counts as it is. */
const readingsMost = 3;

type Place =
  | { readonly beforeSeq: number | null }
  | { readonly afterSeq: number }
  | { readonly aroundSeq: number };

/** The stretch of a room that somebody asked for. Throws `not_found` for a message that there is not. */
export async function readStretch(deps: MessageDeps, input: HistoryInput): Promise<Stretch> {
  const { roomId, limit } = input;
  const log = logOf(deps, roomId);
  const place = await placeOf(log, input);
  if ('beforeSeq' in place && place.beforeSeq === null) {
    const recent = await readRecent(deps, roomId, limit);
    if (recent !== null) return recent;
  }
  return await readSteady(log, roomId, () => readPlace(log, roomId, place, limit));
}

/** The latest messages, from the cache; `null` where it does not hold enough of them. */
async function readRecent(deps: MessageDeps, roomId: string, limit: number): Promise<Stretch | null> {
  const { entries, lastSeq } = await deps.missed.recent(roomId);
  const messages = entries.flatMap((entry: StoredEntry) => (entry.kind === 'message' ? [entry.message] : []));
  const isWhole = lastSeq === 0 || entries[0]?.seq === 1;
  // A log begins with a message: before one that does not begin with the first entry there is another.
  if (!isWhole && messages.length < limit) return null;
  const hasOlder = messages.length > limit || !isWhole;
  return { messages: messages.slice(-limit), hasOlder, hasNewer: false, lastSeq };
}

async function placeOf(log: ChatLogRepository, input: HistoryInput): Promise<Place> {
  const { roomId, beforeSeq, afterSeq, aroundSeq, aroundMessageId, at } = input;
  if (beforeSeq !== undefined) return { beforeSeq };
  if (afterSeq !== undefined) return { afterSeq };
  if (aroundSeq !== undefined) return { aroundSeq };
  if (aroundMessageId !== undefined) {
    const [message] = await log.findMessages(roomId, [aroundMessageId]);
    if (message === undefined) throw new RefusedError('not_found', 'there is no such message');
    return { aroundSeq: message.seq };
  }
  if (at === undefined) return { beforeSeq: null };
  const seq = await log.seqAt(roomId, at);
  return seq === null ? { beforeSeq: null } : { aroundSeq: seq };
}

async function readPlace(
  log: ChatLogRepository,
  roomId: string,
  place: Place,
  limit: number,
): Promise<Omit<Stretch, 'lastSeq'>> {
  if ('beforeSeq' in place) {
    const read = await log.messagesBefore(roomId, place.beforeSeq, limit + 1);
    const messages = read.slice(-limit);
    const hasNewer = place.beforeSeq !== null && (await hasMessageFrom(log, roomId, place.beforeSeq));
    return { messages, hasOlder: read.length > limit, hasNewer };
  }
  if ('afterSeq' in place) {
    const read = await log.messagesAfter(roomId, place.afterSeq, limit + 1);
    const hasOlder = (await log.messagesBefore(roomId, place.afterSeq + 1, 1)).length > 0;
    return { messages: read.slice(0, limit), hasOlder, hasNewer: read.length > limit };
  }
  const half = Math.floor(limit / 2);
  const before = await log.messagesBefore(roomId, place.aroundSeq, half + 1);
  const after = await log.messagesAfter(roomId, place.aroundSeq - 1, limit - half + 1);
  const older = half === 0 ? [] : before.slice(-half);
  const messages = [...older, ...after.slice(0, limit - half)];
  return { messages, hasOlder: before.length > half, hasNewer: after.length > limit - half };
}

async function hasMessageFrom(log: ChatLogRepository, roomId: string, seq: number): Promise<boolean> {
  return (await log.messagesAfter(roomId, seq - 1, 1)).length > 0;
}

/**
 * Reads with the room's latest number, so that everything up to it is contained: the number is read first, and again
 * afterwards, because messages that were changed in between would be ahead of it.
 */
async function readSteady(
  log: ChatLogRepository,
  roomId: string,
  read: () => Promise<Omit<Stretch, 'lastSeq'>>,
): Promise<Stretch> {
  let lastSeq = await log.lastSeq(roomId);
  for (let reading = 1; ; reading += 1) {
    const stretch = await read();
    const nowSeq = await log.lastSeq(roomId);
    if (nowSeq === lastSeq || reading >= readingsMost) return { ...stretch, lastSeq };
    lastSeq = nowSeq;
  }
}
