import { Redis } from 'ioredis';
import type { Logger } from '../../observability/Logger.ts';

/** Longest wait for an answer, in ms. What is kept in Redis can be done without; nobody waits for it longer. */
const answerMs = 1_000;
/** Longest pause between two attempts to reach it again, in ms. */
const pauseMsMost = 2_000;

/**
 * A connection to Redis that says at once when it cannot be used: commands are neither kept for later nor sent twice.
 * It comes back by itself. Rejects when Redis cannot be reached at first.
 *
 * @param name what it is for, in the log.
 */
export async function connectRedis(url: string, name: string, logger: Logger): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerMs,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 10), pauseMsMost),
  });
  // Without a listener an error of the connection would end the process; who uses it hears of it by their command.
  redis.on('error', (error: unknown) =>
    logger.debug({ error, name }, 'the connection to Redis has an error'),
  );
  redis.on('close', () => logger.info({ name }, 'the connection to Redis is closed'));
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  return redis;
}
