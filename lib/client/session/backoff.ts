const firstMs = 300;
const longestMs = 5_000;

/**
 * How long to wait before reconnect attempt `attempt` (from 1), in ms: doubling from 0.3 s to 5 s, with half of it left to
 * chance, so that a restarted server does not meet all its clients at once.
 * @param random a number from 0 up to, not including, 1
 */
export function backoffMs(attempt: number, random: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempt - 1));
  return Math.round(full / 2 + (full / 2) * random);
}
