import * as z from 'zod';
import type { PrismaClient } from '../../../../.generated/prisma/client.ts';
import type { ChatLogRepository } from '../../ports/chat.ts';

type Figures = Awaited<ReturnType<ChatLogRepository['figures']>>;

const figuresSchema = z.array(
  z.object({
    perDay: z.array(z.object({ day: z.string(), messages: z.int(), people: z.int() })),
    perHour: z.array(z.object({ hour: z.int(), messages: z.int() })),
    rooms: z.array(z.object({ roomId: z.string(), messages: z.int(), people: z.int() })),
    people: z.array(z.object({ userId: z.string(), messages: z.int() })),
    activePeople: z.int(),
  }),
);

/** What was written in the rooms of a space, direct ones left out: who talks with whom is nobody else's business. */
export async function figures(
  prisma: PrismaClient,
  { spaceId, from, to, timeZone }: Parameters<ChatLogRepository['figures']>[0],
): Promise<Figures> {
  const rows = await prisma.$queryRaw`
    WITH sent AS MATERIALIZED (
      SELECT entry.chatroom_id, entry.user_id, entry.at AT TIME ZONE ${timeZone} AS local
      FROM chatrooms JOIN "Message" AS entry ON entry.chatroom_id = chatrooms.id
      WHERE chatrooms.space_id = ${spaceId}::uuid AND chatrooms.kind = 'room' AND entry.kind = 'message'
        AND entry.deleted_at IS NULL AND entry.at >= ${from}::timestamptz AND entry.at < ${to}::timestamptz
    ), days AS (
      SELECT to_char(local, 'YYYY-MM-DD') AS day, count(*) AS messages, count(DISTINCT user_id) AS people
      FROM sent GROUP BY 1
    ), hours AS (
      SELECT extract(hour FROM local)::int AS hour, count(*) AS messages FROM sent GROUP BY 1
    ), rooms AS (
      SELECT chatroom_id AS "roomId", count(*) AS messages, count(DISTINCT user_id) AS people
      FROM sent GROUP BY 1
    ), people AS (
      SELECT user_id AS "userId", count(*) AS messages FROM sent GROUP BY 1
    )
    SELECT
      (SELECT COALESCE(jsonb_agg(days ORDER BY day), '[]') FROM days) AS "perDay",
      (SELECT COALESCE(jsonb_agg(hours), '[]') FROM hours) AS "perHour",
      (SELECT COALESCE(jsonb_agg(rooms ORDER BY messages DESC, "roomId"), '[]') FROM rooms) AS rooms,
      (SELECT COALESCE(jsonb_agg(people ORDER BY messages DESC, "userId"), '[]') FROM people) AS people,
      (SELECT count(*)::int FROM people) AS "activePeople"`;
  const [found] = figuresSchema.parse(rows);
  if (found === undefined) throw new Error('The figures came without a row.');
  const byHour = new Map(found.perHour.map(({ hour, messages }) => [hour, messages]));
  return { ...found, perHour: Array.from({ length: 24 }, (_, hour) => byHour.get(hour) ?? 0) };
}
