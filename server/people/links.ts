import type { Link, LinkPurpose, Store } from '../persistence/ports.ts';
import { newSecret } from './secrets.ts';

const hourMs = 3_600_000;

/** How long each link can be used, in ms. */
const lifetimeMs: Record<Exclude<LinkPurpose, 'operator'>, number> = {
  'sign-up': 24 * hourMs,
  'email-change': 24 * hourMs,
  'password-reset': hourMs,
};

/** The operator's link is good until it is used or another start of the server replaces it. */
const endOfTime = '9999-12-31T23:59:59.999Z';

const expiryOf = (purpose: LinkPurpose, now: Date): string =>
  purpose === 'operator' ? endOfTime : new Date(now.getTime() + lifetimeMs[purpose]).toISOString();

/** Stores a one-time link and returns its secret, which is kept nowhere. */
export async function makeLink(
  { links }: Pick<Store, 'links'>,
  link: Pick<Link, 'purpose' | 'userId' | 'data'>,
  now: Date,
): Promise<string> {
  const { secret, secretHash } = newSecret();
  await links.create({ ...link, tokenHash: secretHash, expiresAt: expiryOf(link.purpose, now) });
  return secret;
}
