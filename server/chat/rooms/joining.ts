import type { Chatroom } from '../../persistence/ports.ts';
import type { ChatContext, ChatOperationsOf } from '../context.ts';
import { nowOf } from './acts.ts';
import { lastOwner, refuseDefault } from './refusals.ts';
import { endRoom } from './roomOperations.ts';

/** Makes somebody a member, and tells. What was written before is not unread to them. */
export async function admit(context: ChatContext, room: Chatroom, userId: string): Promise<void> {
  const { store, telling } = context;
  const roomId = room.id;
  const joinedAt = nowOf(context).toISOString();
  const member = { roomId, userId, role: 'member', joinedAt, readSeq: room.lastSeq } as const;
  const put = await store.chatrooms.putMember(member);
  await telling.stale({ roomId, userId });
  if (put === 'added') await telling.memberAdded(roomId, userId);
}

/** Ends a membership, and tells. Returns false when there was none. Throws `last_owner`. */
export async function dismiss(context: ChatContext, room: Chatroom, userId: string): Promise<boolean> {
  const { store, telling } = context;
  const removed = await store.chatrooms.removeMember(room.id, userId);
  if (removed === 'last_owner') throw lastOwner();
  await telling.stale({ roomId: room.id, userId });
  if (removed === 'not_found') return false;
  await telling.memberRemoved(room.id, userId);
  return true;
}

/** Ends one's own membership. A private room that nobody is in any more is deleted: nobody could come back to it. */
export async function quit(context: ChatContext, roomId: string, userId: string): Promise<void> {
  const { room, subject } = await context.access.require(userId, roomId, 'read:room');
  if (subject.roomRole === null) return;
  refuseDefault(room, 'Everybody of the space is in this room.');
  await context.access.require(userId, roomId, 'leave:room');
  if (!(await dismiss(context, room, userId))) return;
  const left = await context.store.chatrooms.find(roomId);
  if (left?.isPrivate && left.memberCount === 0) await endRoom(context, left, userId);
}

/** Coming into public rooms, and leaving rooms. */
export function joiningOperations(context: ChatContext): ChatOperationsOf<'enter-room' | 'quit-room'> {
  const { access, store } = context;
  return {
    async 'enter-room'({ userId }, { roomId }) {
      const { subject } = await access.require(userId, roomId, 'join:room');
      if (subject.roomRole === null) {
        // As it is now: it may have become private since it was read.
        const room = await store.chatrooms.find(roomId);
        if (room !== null && !room.isPrivate) await admit(context, room, userId);
      }
      return { room: await context.viewOf(roomId, userId) };
    },
    async 'quit-room'({ userId }, { roomId }) {
      await quit(context, roomId, userId);
      return {};
    },
  };
}
