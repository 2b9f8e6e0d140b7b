import { byRoomName, roomNameKey } from '../../chatroomNames.ts';
import type { Chatroom, ChatroomRepository, RoomMember, RoomOf } from '../../ports/chat.ts';
import {
  copy,
  given,
  insert,
  pair,
  removeWhere,
  requireSpace,
  requireUser,
  type Tables,
  where,
} from '../tables.ts';
import { leaveFiles } from './chatFiles.ts';
import type { ChatroomRow } from './chatTables.ts';
import { forgetLog } from './logTables.ts';

const membersOf = (tables: Tables, roomId: string): RoomMember[] =>
  where(tables.chatroomMembers, (member) => member.roomId === roomId);

const toChatroom = (tables: Tables, row: ChatroomRow): Chatroom =>
  copy({ ...row, memberCount: membersOf(tables, row.id).length });

/** Messages that came after the mark, and how many of them mention or answer the person. */
function unreadOf(tables: Tables, { roomId, userId, readSeq }: RoomMember) {
  const entries = tables.chatEntries.get(roomId) ?? [];
  const messages = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
  const own = new Set(messages.filter((message) => message.userId === userId).map(({ id }) => id));
  const unread = messages.filter(({ seq }) => seq > readSeq);
  const mentions = unread.filter(
    ({ id, mentions, replyTo, deletedAt }) =>
      deletedAt === null &&
      !own.has(id) &&
      (mentions.some((mention) => mention.userId === userId) || (replyTo !== null && own.has(replyTo))),
  );
  return { unreadCount: unread.length, mentionCount: mentions.length };
}

function toRoomOf(tables: Tables, row: ChatroomRow, userId: string): RoomOf {
  const member = tables.chatroomMembers.get(pair(row.id, userId)) ?? null;
  const counts = member === null ? { unreadCount: 0, mentionCount: 0 } : unreadOf(tables, member);
  return { room: toChatroom(tables, row), member: copy(member), ...counts };
}

/** Whether another room of the space has this name or this pair of people, or is the default already. */
function isTaken(
  tables: Tables,
  room: Pick<Chatroom, 'id' | 'spaceId' | 'kind' | 'name' | 'directKey' | 'isDefault'>,
): boolean {
  const others = where(tables.chatrooms, ({ id, spaceId }) => id !== room.id && spaceId === room.spaceId);
  return others.some(
    (other) =>
      (room.kind === 'room' && other.kind === 'room' && roomNameKey(other.name) === roomNameKey(room.name)) ||
      (room.directKey !== null && other.directKey === room.directKey) ||
      (room.isDefault && other.isDefault),
  );
}

/** Forgets a room with all that hangs on it; its files wait to be swept away. */
export function dropRoom(tables: Tables, roomId: string): { orphanedKeys: string[] } {
  const isIts = (row: { roomId: string }) => row.roomId === roomId;
  tables.chatrooms.delete(roomId);
  removeWhere(tables.chatroomMembers, isIts);
  removeWhere(tables.chatReports, isIts);
  forgetLog(tables, roomId);
  return { orphanedKeys: leaveFiles(tables, roomId) };
}

function changeRooms(tables: Tables): Pick<ChatroomRepository, 'create' | 'edit' | 'remove'> {
  const { chatrooms } = tables;
  return {
    async create(room, members) {
      // A bubble's room lives beside the stored ones, in a store that knows neither spaces nor people.
      if (room.kind !== 'bubble') requireSpace(tables, room.spaceId);
      if (room.kind !== 'bubble') for (const { userId } of members) requireUser(tables, userId);
      if (isTaken(tables, room)) return 'conflict';
      insert(chatrooms, room.id, { ...room, lastSeq: 0, messageCount: 0, lastMessageAt: null, version: 1 });
      for (const { userId, role } of members) {
        const member = { roomId: room.id, userId, role, joinedAt: room.createdAt, readSeq: 0 };
        tables.chatroomMembers.set(pair(room.id, userId), member);
      }
      return 'ok';
    },
    async edit(roomId, change) {
      const row = chatrooms.get(roomId);
      if (row === undefined) return null;
      const changed = { ...row, ...given(change), version: row.version + 1 };
      if (isTaken(tables, changed)) return 'conflict';
      chatrooms.set(roomId, changed);
      return toChatroom(tables, changed);
    },
    async remove(roomId) {
      return dropRoom(tables, roomId);
    },
  };
}

function findRooms(
  tables: Tables,
): Pick<
  ChatroomRepository,
  'find' | 'findMany' | 'findDefault' | 'findDirect' | 'listFor' | 'listForMany' | 'of'
> {
  const { chatrooms } = tables;
  const listFor = (spaceId: string, userId: string): RoomOf[] =>
    where(chatrooms, (row) => row.spaceId === spaceId)
      .map((row) => toRoomOf(tables, row, userId))
      .filter(({ room, member }) => member !== null || (room.kind === 'room' && !room.isPrivate))
      .sort((a, b) => byRoomName(a.room, b.room));
  const first = (matches: (row: ChatroomRow) => boolean): Chatroom | null => {
    const row = where(chatrooms, matches)[0];
    return row === undefined ? null : toChatroom(tables, row);
  };
  return {
    find: async (roomId) => first(({ id }) => id === roomId),
    findDefault: async (spaceId) => first((row) => row.spaceId === spaceId && row.isDefault),
    findDirect: async (spaceId, directKey) =>
      first((row) => row.spaceId === spaceId && row.directKey === directKey),
    async findMany(roomIds) {
      return where(chatrooms, ({ id }) => roomIds.includes(id)).map((row) => toChatroom(tables, row));
    },
    listFor: async (spaceId, userId) => listFor(spaceId, userId),
    listForMany: async (spaceId, userIds) =>
      new Map(userIds.map((userId) => [userId, listFor(spaceId, userId)])),
    async of(roomId, userId) {
      const row = chatrooms.get(roomId);
      return row === undefined ? null : toRoomOf(tables, row, userId);
    },
  };
}

function keepMembers(
  tables: Tables,
): Pick<ChatroomRepository, 'members' | 'putMember' | 'removeMember' | 'markRead'> {
  const { chatroomMembers } = tables;
  const isOnlyOwner = (roomId: string, member: RoomMember | undefined): boolean =>
    member?.role === 'owner' &&
    membersOf(tables, roomId).every(({ userId, role }) => userId === member.userId || role !== 'owner');
  return {
    async members(roomId) {
      const order = ({ joinedAt, userId }: RoomMember) => `${joinedAt}/${userId}`;
      return copy(membersOf(tables, roomId).sort((a, b) => (order(a) < order(b) ? -1 : 1)));
    },
    async putMember({ roomId, userId, role, joinedAt, readSeq = 0 }) {
      const room = tables.chatrooms.get(roomId);
      if (room === undefined) throw new Error(`There is no chatroom ${roomId}.`);
      if (room.kind !== 'bubble') requireUser(tables, userId);
      const key = pair(roomId, userId);
      const known = chatroomMembers.get(key);
      if (role !== 'owner' && isOnlyOwner(roomId, known)) return 'last_owner';
      const isNew = { roomId, userId, role, joinedAt, readSeq: Math.min(readSeq, room.lastSeq) };
      chatroomMembers.set(key, known === undefined ? isNew : { ...known, role });
      return known === undefined ? 'added' : 'changed';
    },
    async removeMember(roomId, userId) {
      const key = pair(roomId, userId);
      const known = chatroomMembers.get(key);
      if (known === undefined) return 'not_found';
      if (isOnlyOwner(roomId, known) && membersOf(tables, roomId).length > 1) return 'last_owner';
      chatroomMembers.delete(key);
      return 'ok';
    },
    async markRead(marks) {
      for (const { roomId, userId, seq } of marks) {
        const key = pair(roomId, userId);
        const member = chatroomMembers.get(key);
        const lastSeq = tables.chatrooms.get(roomId)?.lastSeq ?? 0;
        if (member === undefined) continue;
        chatroomMembers.set(key, { ...member, readSeq: Math.max(member.readSeq, Math.min(seq, lastSeq)) });
      }
    },
  };
}

export function memoryChatrooms(tables: Tables): ChatroomRepository {
  return { ...changeRooms(tables), ...findRooms(tables), ...keepMembers(tables) };
}
