import { v7 as uuidv7 } from 'uuid';
import { roomsMost } from '#lib/domain/chat/limits.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Chatroom } from '../../persistence/ports.ts';
import type { ChatContext, ChatOperationsOf } from '../context.ts';
import { nowOf, recordIn } from './acts.ts';
import { ensureDefaultRoom, joinDefaultRoom } from './defaultRoom.ts';
import { nameTaken, noRoom, refuseDefault, requireVoice } from './refusals.ts';

type Names = 'list-rooms' | 'create-room' | 'get-room' | 'edit-room' | 'delete-room';

/** Makes a room that belongs to whoever asked. Throws `forbidden`, `muted`, `conflict`. */
function createRoom(context: ChatContext): ChatOperationsOf<'create-room'>['create-room'] {
  const { store, access, telling } = context;
  return async ({ userId }, { spaceId, name, description, isPrivate }) => {
    await access.requireInSpace(userId, spaceId, 'create:chatroom');
    await requireVoice(context, spaceId, userId);
    // First, so that its name is taken.
    await ensureDefaultRoom(context, spaceId);
    if ((await store.chatrooms.listFor(spaceId, userId)).length >= roomsMost) {
      throw new RefusedError('conflict', `A space has at most ${roomsMost} rooms.`);
    }
    const room = {
      ...{ id: uuidv7(), spaceId, kind: 'room' as const, name, description, isPrivate, isDefault: false },
      ...{ slowModeS: 0, createdBy: userId, createdAt: nowOf(context).toISOString(), directKey: null },
    };
    const made = await store.chatrooms.create(room, [{ userId, role: 'owner' }]);
    if (made === 'conflict') throw nameTaken();
    await recordIn(context, room, { action: 'chatroom.create', actorId: userId, detail: { isPrivate } });
    await telling.stale({ roomId: room.id });
    await telling.memberAdded(room.id, userId);
    if (!isPrivate) await telling.roomOffered(room.id);
    return { room: await context.viewOf(room.id, userId) };
  };
}

type Change = Partial<Pick<Chatroom, 'name' | 'description' | 'isPrivate' | 'slowModeS'>>;

/** Which of the given parts differ from what the room is. */
function changesOf(room: Chatroom, { name, description, isPrivate, slowModeS }: Change): Change {
  return {
    ...(name === undefined || name === room.name ? {} : { name }),
    ...(description === undefined || description === room.description ? {} : { description }),
    ...(isPrivate === undefined || isPrivate === room.isPrivate ? {} : { isPrivate }),
    ...(slowModeS === undefined || slowModeS === room.slowModeS ? {} : { slowModeS }),
  };
}

/** Changes a room; its members stay. Throws `not_found`, `forbidden`, `conflict`. */
function editRoom(context: ChatContext): ChatOperationsOf<'edit-room'>['edit-room'] {
  const { store, access, telling } = context;
  return async ({ userId }, { roomId, ...given }) => {
    const { room } = await access.require(userId, roomId, 'edit:room');
    // Who once looked after the space may still be written down as admin of its default room.
    if (room.isDefault) await access.requireInSpace(userId, room.spaceId, 'edit:space');
    const change = changesOf(room, given);
    if (change.isPrivate) refuseDefault(room, 'The room of everybody in the space stays public.');
    const fields = Object.keys(change);
    if (fields.length === 0) return { room: await context.viewOf(roomId, userId) };
    const edited = await store.chatrooms.edit(roomId, change);
    if (edited === null) throw noRoom();
    if (edited === 'conflict') throw nameTaken();
    await recordIn(context, edited, { action: 'chatroom.edit', actorId: userId, detail: { fields } });
    await telling.stale({ roomId });
    await telling.roomChanged(roomId);
    // Of a room that was private before, too, nobody else hears anything.
    if (!edited.isPrivate || change.isPrivate === true) await telling.roomOffered(roomId);
    return { room: await context.viewOf(roomId, userId) };
  };
}

/** Ends a room with all that was written in it; the sweep takes the bytes of its files. */
export async function endRoom(context: ChatContext, room: Chatroom, actorId: string): Promise<void> {
  const { store, telling } = context;
  await store.chatrooms.remove(room.id);
  await recordIn(context, room, { action: 'chatroom.delete', actorId });
  await telling.stale({ roomId: room.id });
  await telling.roomGone(room.id, room.spaceId);
}

/** Rooms of a space: which there are, and making, changing and deleting them. */
export function roomOperations(context: ChatContext): ChatOperationsOf<Names> {
  const { access } = context;
  return {
    async 'list-rooms'({ userId }, { spaceId }) {
      const role = await access.requireInSpace(userId, spaceId, 'use:chat');
      await context.settleMarks(userId);
      const rooms = await joinDefaultRoom(context, { userId, spaceId, role });
      return { rooms: await context.viewsOf(rooms, userId) };
    },
    'create-room': createRoom(context),
    async 'get-room'({ userId }, { roomId }) {
      await access.require(userId, roomId, 'read:room');
      return { room: await context.viewOf(roomId, userId) };
    },
    'edit-room': editRoom(context),
    async 'delete-room'({ userId }, { roomId }) {
      const { room } = await access.require(userId, roomId, 'read:room');
      refuseDefault(room, 'The room of everybody in the space stays.');
      await access.require(userId, roomId, 'delete:room');
      await endRoom(context, room, userId);
      return {};
    },
  };
}
