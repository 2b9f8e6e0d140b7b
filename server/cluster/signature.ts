import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clocks of two machines may lie apart, and how long a request may be on its way, in ms. */
const windowMs = 30_000;

export interface SignedParts {
  method: string;
  /** Path with query. */
  path: string;
  /** Unix time in ms. */
  timestampMs: number;
  body: string;
}

/** HMAC-SHA-256 over what a request says, in hexadecimal. */
export function sign(parts: SignedParts, secret: string): string {
  // The lengths of method, path and time stamp cannot be shifted into each other: none of them holds a line break.
  const text = [parts.method, parts.path, String(parts.timestampMs), parts.body].join('\n');
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Whether the signature belongs to these parts and the time stamp lies within 30 s of `nowMs`. */
export function isSigned(parts: SignedParts, signature: string, secret: string, nowMs: number): boolean {
  if (!(Math.abs(nowMs - parts.timestampMs) <= windowMs)) return false;
  const expected = Buffer.from(sign(parts, secret));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
