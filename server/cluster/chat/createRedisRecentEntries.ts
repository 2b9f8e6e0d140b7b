import type { Redis } from 'ioredis';
import { cachedEntries } from '#lib/domain/chat/limits.ts';
import type { RecentEntries } from '../../chat/ports.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { StoredEntry } from '../../persistence/ports.ts';
import { appendToEnd, changesRows, type RecentEnd } from './recentEnd.ts';
import { appendScript, replaceScript } from './recentScripts.ts';
import { connectRedis } from './redisConnection.ts';

/** How long a room is kept after its last entry: a day. */
const keptS = 86_400;
/** A change of rows that others overtake is tried again, so often at most. */
const triesMost = 3;

/** Both keys of a room lie on the same node of a cluster. */
const keysOf = (roomId: string): [string, string] => [`chat:{${roomId}}:entries`, `chat:{${roomId}}:last`];

/** The latest entries of active rooms in Redis. Rejects when it cannot be reached at first; each call rejects while it is away. */
export async function createRedisRecentEntries(options: {
  url: string;
  logger: Logger;
}): Promise<RecentEntries> {
  const redis = await connectRedis(options.url, 'recent entries', options.logger);
  return {
    read: (roomId) => read(redis, roomId),
    async fill(roomId, entries, lastSeq) {
      await replace(redis, roomId, '', { entries: entries.slice(-cachedEntries), lastSeq });
    },
    async append(roomId, entries) {
      if (entries.some(changesRows)) await change(redis, roomId, entries);
      else await append(redis, roomId, entries);
    },
    async forget(roomId) {
      await redis.del(...keysOf(roomId));
    },
    async close() {
      redis.disconnect();
    },
  };
}

async function read(
  redis: Redis,
  roomId: string,
): Promise<{ entries: StoredEntry[]; lastSeq: number } | null> {
  const [entriesKey, lastKey] = keysOf(roomId);
  const answers = await redis.multi().lrange(entriesKey, 0, -1).get(lastKey).exec();
  const [rows, last] = (answers ?? []).map(([error, answer]) => {
    if (error !== null) throw error;
    return answer;
  });
  if (typeof last !== 'string' || !Array.isArray(rows)) return null;
  return { entries: rows.map((row) => JSON.parse(String(row)) as StoredEntry), lastSeq: Number(last) };
}

async function append(redis: Redis, roomId: string, entries: readonly StoredEntry[]): Promise<void> {
  const rows = entries.flatMap((entry) => [String(entry.seq), JSON.stringify(entry)]);
  await redis.eval(appendScript, 2, ...keysOf(roomId), String(keptS), String(cachedEntries), ...rows);
}

/**
 * Entries that change rows before them: the room is read, changed and put back, unless another process was quicker. A
 * room that cannot be put right is forgotten.
 */
async function change(redis: Redis, roomId: string, entries: readonly StoredEntry[]): Promise<void> {
  for (let attempt = 0; attempt < triesMost; attempt += 1) {
    const known = await read(redis, roomId);
    if (known === null && entries[0]?.seq !== 1) return;
    const end = appendToEnd(known ?? { entries: [], lastSeq: 0 }, entries);
    if (end === null) break;
    if (await replace(redis, roomId, known === null ? '' : String(known.lastSeq), end)) return;
  }
  await redis.del(...keysOf(roomId));
}

/** Whether it was taken: not where another number stands than the expected one, or (`''`) one that is as high. */
async function replace(
  redis: Redis,
  roomId: string,
  expected: string,
  { entries, lastSeq }: RecentEnd,
): Promise<boolean> {
  const rows = entries.map((entry) => JSON.stringify(entry));
  const keys = keysOf(roomId);
  return (
    (await redis.eval(replaceScript, 2, ...keys, String(keptS), expected, String(lastSeq), ...rows)) === 1
  );
}
