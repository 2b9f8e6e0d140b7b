import { createHash } from 'node:crypto';

const keyPattern = /^[a-f0-9]{64}$/;

/** The name under which bytes are kept: their SHA-256 in hex. */
export const keyOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Throws `TypeError` for anything that is no key: nothing else may become a part of a path. */
export function requireKey(key: string): void {
  if (!keyPattern.test(key)) throw new TypeError('a file is named by its SHA-256 in hex');
}
