import type { PrismaClient } from '../../../../.generated/prisma/client.ts';
import { roomNameKey } from '../../chatroomNames.ts';
import type { Chatroom, ChatroomRepository } from '../../ports/chat.ts';
import { unlessTaken } from '../values.ts';
import { goneKeys } from './chatFiles.ts';
import { listRooms } from './roomLists.ts';
import { keepMembers } from './roomMembers.ts';
import { ownColumns, roomColumns, toRooms, toRoomsOf } from './roomRows.ts';

/** What two rooms of a space may not share; direct rooms go by their people. */
const nameKeyOf = ({ kind, name }: Pick<Chatroom, 'kind' | 'name'>): string | null =>
  kind === 'room' ? roomNameKey(name) : null;

function makeRooms(prisma: PrismaClient): Pick<ChatroomRepository, 'create' | 'remove'> {
  return {
    create: (room, members) =>
      prisma.$transaction(async (transaction) => {
        const { id, createdAt } = room;
        const made = await transaction.$executeRaw`
          INSERT INTO chatrooms (id, space_id, kind, name, name_key, description, is_private, is_default,
            slow_mode_s, direct_key, created_by, created_at)
          VALUES (${id}::uuid, ${room.spaceId}::uuid, ${room.kind}, ${room.name}, ${nameKeyOf(room)},
            ${room.description}, ${room.isPrivate}, ${room.isDefault}, ${room.slowModeS}, ${room.directKey},
            ${room.createdBy}::uuid, ${createdAt}::timestamptz)
          ON CONFLICT DO NOTHING`;
        if (made === 0) return 'conflict';
        const rows = members.map(({ userId, role }) => ({
          chatroomId: id,
          userId,
          role,
          joinedAt: new Date(createdAt),
        }));
        await transaction.chatroomMember.createMany({ data: rows });
        return 'ok';
      }),
    async remove(roomId) {
      const files = await prisma.chatFile.findMany({ where: { chatroomId: roomId } });
      // One statement without a transaction around it: a long log takes longer than those may.
      await prisma.chatroom.deleteMany({ where: { id: roomId } });
      const keys = files.map(({ storageKey }) => storageKey);
      return { orphanedKeys: await goneKeys(prisma, keys) };
    },
  };
}

function findRooms(
  prisma: PrismaClient,
): Pick<
  ChatroomRepository,
  'find' | 'findMany' | 'findDefault' | 'findDirect' | 'listFor' | 'listForMany' | 'of'
> {
  return {
    async find(roomId) {
      const rows = await prisma.$queryRaw`SELECT ${roomColumns} FROM chatrooms WHERE id = ${roomId}::uuid`;
      return toRooms(rows)[0] ?? null;
    },
    async findMany(roomIds) {
      return toRooms(
        await prisma.$queryRaw`SELECT ${roomColumns} FROM chatrooms WHERE id = ANY(${roomIds}::uuid[])`,
      );
    },
    async findDefault(spaceId) {
      const rows = await prisma.$queryRaw`
        SELECT ${roomColumns} FROM chatrooms WHERE space_id = ${spaceId}::uuid AND is_default`;
      return toRooms(rows)[0] ?? null;
    },
    async findDirect(spaceId, directKey) {
      const rows = await prisma.$queryRaw`
        SELECT ${roomColumns} FROM chatrooms
        WHERE space_id = ${spaceId}::uuid AND direct_key = ${directKey}`;
      return toRooms(rows)[0] ?? null;
    },
    async listFor(spaceId, userId) {
      return (await listRooms(prisma, spaceId, [userId])).get(userId) ?? [];
    },
    listForMany: (spaceId, userIds) => listRooms(prisma, spaceId, userIds),
    async of(roomId, userId) {
      const rows = await prisma.$queryRaw`
        SELECT ${roomColumns}, ${ownColumns} FROM chatrooms
        LEFT JOIN chatroom_members AS own
          ON own.chatroom_id = chatrooms.id AND own.user_id = ${userId}::uuid
        WHERE chatrooms.id = ${roomId}::uuid`;
      return toRoomsOf(rows, userId)[0] ?? null;
    },
  };
}

export function prismaChatrooms(prisma: PrismaClient): ChatroomRepository {
  const { find, ...found } = findRooms(prisma);
  return {
    find,
    ...found,
    ...makeRooms(prisma),
    ...keepMembers(prisma),
    async edit(roomId, { name, description, isPrivate, slowModeS }) {
      const nameKey = name === undefined ? undefined : roomNameKey(name);
      const data = { name, nameKey, description, isPrivate, slowModeS, version: { increment: 1 } };
      const changed = await unlessTaken('chatrooms_space_id_name_key_key', 'conflict', () =>
        prisma.chatroom.updateMany({ where: { id: roomId }, data }),
      );
      return changed === 'conflict' ? changed : await find(roomId);
    },
  };
}
