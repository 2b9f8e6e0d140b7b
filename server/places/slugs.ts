import { randomBytes } from 'node:crypto';
import { slugFromName } from '#lib/domain/slug.ts';
import { slugSchema } from '#lib/protocol/rest/common.ts';

/** Words that pages stand at, now or one day, and words that would pass a space off as the site itself. */
const reserved: ReadonlySet<string> = new Set([
  'account',
  'admin',
  'api',
  'demo',
  'docs',
  'edit',
  'help',
  'invite',
  'login',
  'maps',
  'new',
  'official',
  'operator',
  'public',
  'search',
  'settings',
  'sign-in',
  'sign-up',
  'spaces',
  'support',
  'vicinity',
]);

/** What a name without a single Latin letter or digit becomes. */
const fallback = 'space';

/** Whether a space may not choose this slug, although its form is right. */
export const isReservedSlug = (slug: string): boolean => reserved.has(slug);

/** The slug that a name suggests: `Café Überblick` becomes `cafe-uberblick`. */
export function slugOf(name: string): string {
  const plain = slugFromName(name);
  return slugSchema.safeParse(plain).success ? plain : fallback;
}

/** Slugs to try for a name, the nicest first; the last ones are free as good as surely. */
export function slugCandidates(name: string): string[] {
  const slug = slugOf(name);
  const numbered = [slug, `${slug}-2`, `${slug}-3`, `${slug}-4`];
  const random = Array.from({ length: 4 }, () => `${slug}-${randomBytes(3).toString('hex')}`);
  return [...numbered, ...random].filter((candidate) => !isReservedSlug(candidate));
}
