import { RefusedError } from '#lib/protocol/errors.ts';

/** Deeper than any message of the catalogue; mediasoup's RTP capabilities reach 5. */
const maxDepth = 16;

/** Values in one message; a browser's RTP capabilities have under 2 000. */
const maxValues = 10_000;

/**
 * Refuses payloads that would be costly or harmful to walk, before a schema does: nested deeper than 16, more than
 * 10 000 values, bytes where JSON is expected, or a key that reaches for a prototype.
 *
 * Throws `RefusedError` `too_large` or `bad_request`.
 */
export function guardPayload(payload: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: payload, depth: 0 }];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count += 1;
    if (count > maxValues) throw new RefusedError('too_large', `more than ${maxValues} values`);
    if (next.depth > maxDepth) throw new RefusedError('too_large', `nested deeper than ${maxDepth}`);
    for (const value of childrenOf(next.value)) waiting.push({ value, depth: next.depth + 1 });
  }
}

function childrenOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    throw new RefusedError('bad_request', 'bytes where JSON is expected', 'payload');
  }
  if (Object.hasOwn(value, '__proto__')) {
    throw new RefusedError('bad_request', 'the key __proto__ is not allowed', 'payload');
  }
  return Object.values(value);
}
