import type { PrismaClient } from '../../../../.generated/prisma/client.ts';
import { byRoomName } from '../../chatroomNames.ts';
import type { RoomOf } from '../../ports/chat.ts';
import { ownColumns, toRoomsOfEach, uncountedRoomColumns } from './roomRows.ts';

/**
 * The rooms of a space that each of these people is a member of, and public ones; by name. The members of a room are
 * counted once, however many people see it.
 */
export async function listRooms(
  prisma: PrismaClient,
  spaceId: string,
  userIds: string[],
): Promise<Map<string, RoomOf[]>> {
  const rows = await prisma.$queryRaw`
    WITH seen AS (
      SELECT members.user_id, members.chatroom_id FROM chatroom_members AS members
      JOIN chatrooms ON chatrooms.id = members.chatroom_id AND chatrooms.space_id = ${spaceId}::uuid
      WHERE members.user_id = ANY(${userIds}::uuid[])
      UNION
      SELECT asked.user_id, chatrooms.id FROM unnest(${userIds}::uuid[]) AS asked (user_id)
      CROSS JOIN chatrooms
      WHERE chatrooms.space_id = ${spaceId}::uuid AND chatrooms.kind = 'room' AND NOT chatrooms.is_private
    ), counted AS (
      SELECT chatroom_id, count(*)::int AS members FROM chatroom_members
      WHERE chatroom_id IN (SELECT chatroom_id FROM seen)
      GROUP BY chatroom_id
    )
    SELECT seen.user_id AS "ownUserId", ${uncountedRoomColumns}, COALESCE(counted.members, 0) AS "memberCount",
      ${ownColumns}
    FROM seen
    JOIN chatrooms ON chatrooms.id = seen.chatroom_id
    LEFT JOIN counted ON counted.chatroom_id = seen.chatroom_id
    LEFT JOIN chatroom_members AS own ON own.chatroom_id = seen.chatroom_id AND own.user_id = seen.user_id`;
  const found = toRoomsOfEach(rows);
  for (const list of found.values()) list.sort((a, b) => byRoomName(a.room, b.room));
  return found;
}
