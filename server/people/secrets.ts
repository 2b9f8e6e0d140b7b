import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 in hexadecimal: how secrets of links, invitations and tokens are stored. They are random, so no slow hash is needed. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A secret that nobody guesses (256 bits), with what is stored of it. */
export function newSecret(prefix = ''): { secret: string; secretHash: string } {
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`;
  return { secret, secretHash: hashOfSecret(secret) };
}
