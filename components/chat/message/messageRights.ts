import type { Message } from '#lib/domain/chat/log.ts';
import { isAllowedInRoom, type RoomSubject } from '#lib/domain/chat/rooms.ts';

/** What may be offered to do with one message. The server judges again. */
export interface MessageRights {
  readonly mayReply: boolean;
  readonly mayReact: boolean;
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
  readonly mayPin: boolean;
  readonly mayReport: boolean;
  readonly mayReadRevisions: boolean;
  /** Words that can be copied. */
  readonly hasWords: boolean;
}

/** Pure; a bubble's messages live too briefly to be pinned or reported. */
export function messageRights(subject: RoomSubject, message: Message, selfId: string | null): MessageRights {
  const may = (permission: Parameters<typeof isAllowedInRoom>[1]) => isAllowedInRoom(subject, permission);
  const isThere = message.deletedAt === null;
  const isMine = message.userId === selfId;
  const wasChanged = !isThere || message.editedAt !== null;
  return {
    mayReply: isThere && may('write:room'),
    mayReact: isThere && may('write:room'),
    mayEdit: isThere && isMine && message.type !== 'voice' && may('write:room'),
    mayDelete: isThere && may(isMine ? 'delete:own-message' : 'delete:any-message'),
    mayPin: isThere && subject.kind !== 'bubble' && may('pin:message'),
    mayReport: isThere && !isMine && subject.kind !== 'bubble' && may('read:room'),
    mayReadRevisions: wasChanged && may('read:revisions'),
    hasWords: isThere && message.content !== '',
  };
}
