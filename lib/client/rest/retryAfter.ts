/**
 * Seconds that a `Retry-After` header asks to wait: a number of seconds or a date (RFC 9110 §10.2.3). Undefined without
 * one that can be read.
 */
export function retryAfterOf(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, Math.ceil((atMs - nowMs) / 1_000));
}
