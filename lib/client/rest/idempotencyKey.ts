/**
 * A key for `idempotencyKey`: 128 bits of chance in hexadecimal. Make one per intent (when a form opens, say) and use it
 * for every try of that intent; a new intent needs a new key.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
