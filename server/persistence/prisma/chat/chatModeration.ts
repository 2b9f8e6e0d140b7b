import * as z from 'zod';
import type {
  ChatMute as MuteRow,
  PrismaClient,
  ChatReport as ReportRow,
} from '../../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, isId } from '../../pageKeys.ts';
import type { ChatModerationRepository, ChatMute, ChatReport } from '../../ports/chat.ts';
import { dateOrNull, inForce, isoOrNull } from '../values.ts';

const statusSchema = z.enum(['open', 'dismissed', 'deleted']);
const actionSchema = z.enum(['refuse', 'review']);

const toReport = ({ chatroomId, status, at, resolvedAt, ...row }: ReportRow): ChatReport => ({
  ...row,
  roomId: chatroomId,
  status: statusSchema.parse(status),
  at: at.toISOString(),
  resolvedAt: isoOrNull(resolvedAt),
});

const toMute = ({ spaceId, userId, reason, createdBy, createdAt, expiresAt }: MuteRow): ChatMute => ({
  spaceId,
  userId,
  reason,
  by: createdBy,
  at: createdAt.toISOString(),
  until: isoOrNull(expiresAt),
});

function keepReports(
  prisma: PrismaClient,
): Pick<ChatModerationRepository, 'report' | 'reports' | 'findReport' | 'resolve'> {
  return {
    async report({ roomId, at, resolvedAt, ...report }) {
      const row = { ...report, chatroomId: roomId, at: new Date(at), resolvedAt: dateOrNull(resolvedAt) };
      const { count } = await prisma.chatReport.createMany({ data: [row], skipDuplicates: true });
      return count > 0;
    },
    async reports(spaceId, status, { limit, after }) {
      if (after !== null && !isId(after)) return emptyPage;
      const rows = await prisma.chatReport.findMany({
        where: { spaceId, status: status === 'all' ? undefined : status, id: { lt: after ?? undefined } },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      return cutPage(rows, limit, toReport, ({ id }) => id);
    },
    async findReport(spaceId, id) {
      const row = await prisma.chatReport.findFirst({ where: { spaceId, id } });
      return row === null ? null : toReport(row);
    },
    resolve: (spaceId, id, { status, by, at }) =>
      prisma.$transaction(async (transaction) => {
        const data = { status, resolvedBy: by, resolvedAt: new Date(at) };
        // All of the message in one order: two who settle two of them do not wait for each other in a circle.
        await transaction.$executeRaw`
          SELECT id FROM chat_reports WHERE status = 'open' AND message_id =
            (SELECT message_id FROM chat_reports WHERE space_id = ${spaceId}::uuid AND id = ${id}::uuid)
          ORDER BY id FOR UPDATE`;
        const { count } = await transaction.chatReport.updateMany({
          where: { spaceId, id, status: 'open' },
          data,
        });
        const row = await transaction.chatReport.findFirst({ where: { spaceId, id } });
        if (count === 0 || row === null) return null;
        if (status === 'deleted') {
          const { messageId } = row;
          await transaction.chatReport.updateMany({ where: { messageId, status: 'open' }, data });
        }
        return toReport(row);
      }),
  };
}

function keepMutes(
  prisma: PrismaClient,
): Pick<ChatModerationRepository, 'mutes' | 'findMute' | 'findMutes' | 'putMute' | 'liftMute'> {
  return {
    async mutes(spaceId, now) {
      const rows = await prisma.chatMute.findMany({
        where: { spaceId, ...inForce(now) },
        orderBy: [{ createdAt: 'desc' }, { userId: 'desc' }],
      });
      return rows.map(toMute);
    },
    async findMute(spaceId, userId, now) {
      const row = await prisma.chatMute.findFirst({ where: { spaceId, userId, ...inForce(now) } });
      return row === null ? null : toMute(row);
    },
    async findMutes(spaceId, userIds, now) {
      const rows = await prisma.chatMute.findMany({
        where: { spaceId, userId: { in: userIds }, ...inForce(now) },
      });
      return new Map(rows.map((row) => [row.userId, toMute(row)]));
    },
    async putMute({ spaceId, userId, reason, by, at, until }) {
      await prisma.$executeRaw`
        INSERT INTO chat_mutes (space_id, user_id, reason, created_by, created_at, expires_at)
        VALUES (${spaceId}::uuid, ${userId}::uuid, ${reason}, ${by}::uuid, ${at}::timestamptz,
          ${until}::timestamptz)
        ON CONFLICT (space_id, user_id) DO UPDATE
        SET reason = excluded.reason, created_by = excluded.created_by, created_at = excluded.created_at,
          expires_at = excluded.expires_at`;
    },
    async liftMute(spaceId, userId, now) {
      const { count } = await prisma.chatMute.deleteMany({ where: { spaceId, userId, ...inForce(now) } });
      return count > 0;
    },
  };
}

export function prismaChatModeration(prisma: PrismaClient): ChatModerationRepository {
  return {
    ...keepReports(prisma),
    ...keepMutes(prisma),
    async filters(spaceId) {
      const rows = await prisma.chatFilter.findMany({ where: { spaceId } });
      const terms = rows.map(({ term, action }) => ({ term, action: actionSchema.parse(action) }));
      // Here rather than there: the order of a database depends on how it was set up.
      return terms.sort((a, b) => (a.term < b.term ? -1 : 1));
    },
    setFilters: (spaceId, terms) =>
      prisma.$transaction(async (transaction) => {
        // Two lists that are given at once are one or the other, not both.
        await transaction.$executeRaw`SELECT id FROM spaces WHERE id = ${spaceId}::uuid FOR NO KEY UPDATE`;
        await transaction.chatFilter.deleteMany({ where: { spaceId } });
        await transaction.chatFilter.createMany({
          data: terms.map(({ term, action }) => ({ spaceId, term, action })),
        });
      }),
  };
}
