import type { Message } from '#lib/domain/chat/log.ts';

/**
 * The messages of a thread, its first one included: as they were read, each replaced by its present form where the room
 * holds it, with what has come since. Pure.
 */
export function threadMessages(
  rootId: string,
  read: readonly Message[],
  inRoom: readonly Message[],
): readonly Message[] {
  const all = new Map(read.map((message) => [message.id, message]));
  for (const message of inRoom) {
    if (message.id === rootId || message.threadId === rootId) all.set(message.id, message);
  }
  return [...all.values()].toSorted((a, b) => a.seq - b.seq);
}

/** Whether some of what was read stands outside of what the room holds, so that changes to it are not heard. Pure. */
export function hasUnheard(read: readonly Message[], inRoom: readonly Message[]): boolean {
  const held = new Set(inRoom.map(({ id }) => id));
  return read.some(({ id }) => !held.has(id));
}
