import type { Message } from '#lib/domain/chat/log.ts';
import { Prisma, type PrismaClient } from '../../../../.generated/prisma/client.ts';
import { isOpen } from '../../chatSearch.ts';
import {
  cutPage,
  emptyPage,
  type InstantKey,
  isId,
  readInstantKey,
  writeInstantKey,
} from '../../pageKeys.ts';
import type { ChatLogRepository, Page, PageQuery } from '../../ports.ts';
import { entryColumns, toMessages } from './chatLogRows.ts';

type SearchQuery = Parameters<ChatLogRepository['search']>[0];

const withPart: Record<NonNullable<SearchQuery['has']>, Prisma.Sql> = {
  file: Prisma.sql`entry.file IS NOT NULL`,
  image: Prisma.sql`entry.file IS NOT NULL AND entry.type = 'image'`,
  voice: Prisma.sql`entry.file IS NOT NULL AND entry.type = 'voice'`,
  link: Prisma.sql`entry.content ~* 'https?://'`,
};

/** What holds for found messages, their words included. */
function conditionsOf(query: SearchQuery, last: InstantKey | null): Prisma.Sql {
  const { roomIds, words, fromUserId, has, before, after } = query;
  const conditions = [Prisma.sql`TRUE`];
  const inRooms = Prisma.sql`entry.chatroom_id = ANY(${roomIds}::uuid[])`;
  const byPerson = fromUserId === null ? Prisma.sql`TRUE` : Prisma.sql`entry.user_id = ${fromUserId}::uuid`;
  if (words.trim() === '') conditions.push(inRooms, byPerson);
  else {
    conditions.push(
      Prisma.sql`to_tsvector('simple', entry.content) @@ words`,
      // Nothing is asked for, or only what is not wanted: that would be read in full.
      Prisma.sql`querytree(words) NOT IN ('', 'T')`,
      // IS TRUE keeps the indexes of rooms and people out of it: reading rooms in full to look for a word is slower.
      Prisma.sql`(${inRooms}) IS TRUE`,
      Prisma.sql`(${byPerson}) IS TRUE`,
    );
  }
  if (has !== null) conditions.push(withPart[has]);
  if (before !== null) conditions.push(Prisma.sql`entry.at < ${before}::timestamptz`);
  if (after !== null) conditions.push(Prisma.sql`entry.at >= ${after}::timestamptz`);
  if (last !== null) {
    conditions.push(Prisma.sql`(entry.at, entry.message_id) < (${last.at}::timestamptz, ${last.id}::uuid)`);
  }
  return Prisma.join(conditions, ' AND ');
}

/** The key of a list that is sorted by time; null: the list has no such key. */
function lastOf({ after }: PageQuery): { last: InstantKey | null } | null {
  if (after === null) return { last: null };
  const last = readInstantKey(after);
  return last === null ? null : { last };
}

const pageOf = (rows: unknown, limit: number): Page<Message> =>
  cutPage(
    toMessages(rows),
    limit,
    (message) => message,
    ({ at, id }) => writeInstantKey({ at, id }),
  );

async function search(prisma: PrismaClient, query: SearchQuery, page: PageQuery): Promise<Page<Message>> {
  const from = lastOf(page);
  if (from === null || isOpen(query)) return emptyPage;
  const rows = await prisma.$queryRaw`
    SELECT ${entryColumns}
    FROM "Message" AS entry, websearch_to_tsquery('simple', ${query.words}) AS words
    WHERE entry.kind = 'message' AND entry.deleted_at IS NULL
      AND entry.user_id <> ALL(${query.hiddenUserIds}::uuid[])
      AND ${conditionsOf(query, from.last)}
    ORDER BY entry.at DESC, entry.message_id DESC LIMIT ${page.limit + 1}`;
  return pageOf(rows, page.limit);
}

async function writtenBy(prisma: PrismaClient, userId: string, page: PageQuery): Promise<Page<Message>> {
  const from = lastOf(page);
  if (from === null) return emptyPage;
  const after =
    from.last === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(entry.at, entry.message_id) > (${from.last.at}::timestamptz, ${from.last.id}::uuid)`;
  const rows = await prisma.$queryRaw`
    SELECT ${entryColumns} FROM "Message" AS entry
    WHERE entry.user_id = ${userId}::uuid AND entry.kind = 'message' AND ${after}
    ORDER BY entry.at, entry.message_id LIMIT ${page.limit + 1}`;
  return pageOf(rows, page.limit);
}

async function mentioning(
  prisma: PrismaClient,
  userId: string,
  { roomIds, hiddenUserIds }: { roomIds: string[]; hiddenUserIds: string[] },
  { after, limit }: PageQuery,
): Promise<Page<Message>> {
  if (after !== null && !isId(after)) return emptyPage;
  const below = after === null ? Prisma.sql`TRUE` : Prisma.sql`mention.message_id < ${after}::uuid`;
  const rows = await prisma.$queryRaw`
    SELECT ${entryColumns} FROM chat_mentions AS mention
    JOIN "Message" AS entry ON entry.chatroom_id = mention.chatroom_id AND entry.seq = mention.seq
    WHERE mention.user_id = ${userId}::uuid AND mention.chatroom_id = ANY(${roomIds}::uuid[])
      AND entry.user_id <> ALL(${hiddenUserIds}::uuid[]) AND ${below}
    ORDER BY mention.message_id DESC LIMIT ${limit + 1}`;
  return cutPage(
    toMessages(rows),
    limit,
    (message) => message,
    ({ id }) => id,
  );
}

/** Messages of many rooms, in pages. */
export function gather(prisma: PrismaClient): Pick<ChatLogRepository, 'search' | 'mentioning' | 'writtenBy'> {
  return {
    search: (query, page) => search(prisma, query, page),
    writtenBy: (userId, page) => writtenBy(prisma, userId, page),
    mentioning: (userId, query, page) => mentioning(prisma, userId, query, page),
  };
}
