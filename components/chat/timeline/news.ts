import type { Message } from '#lib/domain/chat/log.ts';

/** What others wrote after a number, as far as it still stands. Pure. */
export function newsFrom(
  messages: readonly Message[],
  afterSeq: number,
  selfId: string | null,
): readonly Message[] {
  return messages.filter(
    ({ seq, userId, deletedAt }) => seq > afterSeq && userId !== selfId && deletedAt === null,
  );
}

/**
 * The last of my messages that the other one has read, in a room of two; null when there is none. Pure.
 *
 * @param readSeq up to where the other one has read
 */
export function seenMessage(
  messages: readonly Message[],
  selfId: string | null,
  readSeq: number,
): Message | null {
  const last = messages.at(-1);
  if (last === undefined || last.userId !== selfId || last.seq > readSeq) return null;
  return last;
}
