import type { OutgoingMessage } from '#lib/client/chat/ChatState.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { isAllowedInRoom, type RoomSubject } from '#lib/domain/chat/rooms.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';

/** What is being written: something new, perhaps as an answer, or other words for a message of mine. */
export type ComposerMode =
  | { readonly kind: 'new'; readonly replyTo: Message | null }
  | { readonly kind: 'edit'; readonly message: Message };

/** My last message that may still be edited, for the arrow key in an empty field. Pure. */
export function lastEditable(messages: readonly Message[], selfId: string | null): Message | null {
  return (
    messages.findLast(
      ({ userId, deletedAt, type }) => userId === selfId && deletedAt === null && type !== 'voice',
    ) ?? null
  );
}

/** Whether somebody took my voice: the server said so when I last wrote here. Pure. */
export function isMutedBy(outgoing: readonly OutgoingMessage[]): boolean {
  return outgoing.some(({ status }) => status.kind === 'failed' && status.code === 'muted');
}

export interface SlowModeInput {
  readonly room: Pick<ChatroomView, 'slowModeS'>;
  readonly subject: RoomSubject;
  readonly messages: readonly Message[];
  readonly selfId: string | null;
}

/** When I may write again in a room with slow mode, Unix time in ms; 0: now. Whoever looks after it does not wait. Pure. */
export function mayWriteAtMs({ room, subject, messages, selfId }: SlowModeInput): number {
  if (room.slowModeS === 0 || isAllowedInRoom(subject, 'delete:any-message')) return 0;
  const last = messages.findLast(({ userId }) => userId === selfId);
  return last === undefined ? 0 : Date.parse(last.at) + room.slowModeS * 1_000;
}

/** From how many characters before the limit on the rest is told. */
export const countFrom = 200;
