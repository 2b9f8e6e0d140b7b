import type { Prisma, PrismaClient } from '../../../../.generated/prisma/client.ts';
import type { ChatroomRepository, RoomMember } from '../../ports/chat.ts';
import { memberColumns, toMembers } from './roomRows.ts';

type NewMember = Omit<RoomMember, 'readSeq'> & { readSeq?: number };

/**
 * Adds somebody who is no member yet; whoever is one stays as they are. The person's row is locked against deletion.
 * Returns whether they were added. Only what others wrote after `readSeq` is unread.
 */
async function add(prisma: PrismaClient, member: NewMember): Promise<boolean> {
  const { roomId, userId, role, joinedAt, readSeq = 0 } = member;
  const added = await prisma.$executeRaw`
    INSERT INTO chatroom_members (chatroom_id, user_id, role, joined_at, read_seq, read_ordinal)
    SELECT chatrooms.id, users.id, ${role}, ${joinedAt}::timestamptz, COALESCE(entry.seq, 0),
      COALESCE(entry.ordinal, 0)
    FROM users
    JOIN chatrooms ON chatrooms.id = ${roomId}::uuid
    LEFT JOIN "Message" AS entry ON entry.chatroom_id = chatrooms.id
      AND entry.seq = LEAST(${readSeq}::bigint, chatrooms.last_seq)
    WHERE users.id = ${userId}::uuid AND users.deleted_at IS NULL
    FOR KEY SHARE OF users
    ON CONFLICT DO NOTHING`;
  return added > 0;
}

/** Locks the room, so that changes of its owners wait for each other. `null`: there is none. */
async function lockedMembers(
  transaction: Prisma.TransactionClient,
  roomId: string,
): Promise<RoomMember[] | null> {
  const locked = await transaction.$executeRaw`
    SELECT id FROM chatrooms WHERE id = ${roomId}::uuid FOR NO KEY UPDATE`;
  if (locked === 0) return null;
  return toMembers(
    await transaction.$queryRaw`
      SELECT ${memberColumns} FROM chatroom_members
      WHERE chatroom_id = ${roomId}::uuid`,
  );
}

const isOnlyOwner = (members: RoomMember[], userId: string): boolean => {
  const owners = members.filter(({ role }) => role === 'owner');
  return owners.length === 1 && owners[0]?.userId === userId;
};

/** Many people's marks in one statement, in one order, so that two who write them do not wait for each other. */
async function markRead(
  prisma: PrismaClient,
  marks: { roomId: string; userId: string; seq: number }[],
): Promise<void> {
  if (marks.length === 0) return;
  await prisma.$executeRaw`
    WITH wanted AS (
      SELECT "roomId", "userId", max(seq) AS seq
      FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
        AS marks("roomId" uuid, "userId" uuid, seq bigint)
      GROUP BY "roomId", "userId"
    ), known AS (
      SELECT member.chatroom_id, member.user_id, entry.seq, entry.ordinal
      FROM wanted
      JOIN chatroom_members AS member
        ON member.chatroom_id = "roomId" AND member.user_id = "userId"
      JOIN chatrooms ON chatrooms.id = "roomId"
      JOIN "Message" AS entry
        ON entry.chatroom_id = "roomId" AND entry.seq = LEAST(wanted.seq, chatrooms.last_seq)
      ORDER BY member.chatroom_id, member.user_id
      FOR NO KEY UPDATE OF member
    )
    UPDATE chatroom_members AS member SET read_seq = known.seq, read_ordinal = known.ordinal
    FROM known
    WHERE member.chatroom_id = known.chatroom_id AND member.user_id = known.user_id
      AND member.read_seq < known.seq`;
}

/** Who is in which room, what they are there, and how far they have read. */
export function keepMembers(
  prisma: PrismaClient,
): Pick<ChatroomRepository, 'members' | 'putMember' | 'removeMember' | 'markRead'> {
  return {
    markRead: (marks) => markRead(prisma, marks),
    async members(roomId) {
      return toMembers(
        await prisma.$queryRaw`
          SELECT ${memberColumns} FROM chatroom_members WHERE chatroom_id = ${roomId}::uuid
          ORDER BY joined_at, user_id`,
      );
    },
    async putMember(member) {
      if (await add(prisma, member)) return 'added';
      const { roomId, userId, role } = member;
      return await prisma.$transaction(async (transaction) => {
        const members = await lockedMembers(transaction, roomId);
        if (!members?.some((known) => known.userId === userId)) {
          throw new Error(`There is no chatroom ${roomId} or no user ${userId}.`);
        }
        if (role !== 'owner' && isOnlyOwner(members, userId)) return 'last_owner';
        await transaction.chatroomMember.updateMany({
          where: { chatroomId: roomId, userId },
          data: { role },
        });
        return 'changed';
      });
    },
    removeMember: (roomId, userId) =>
      prisma.$transaction(async (transaction) => {
        const members = await lockedMembers(transaction, roomId);
        if (!members?.some((known) => known.userId === userId)) return 'not_found';
        if (members.length > 1 && isOnlyOwner(members, userId)) return 'last_owner';
        await transaction.chatroomMember.deleteMany({ where: { chatroomId: roomId, userId } });
        return 'ok';
      }),
  };
}
