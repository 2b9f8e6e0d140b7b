import { returnPathSchema } from '#lib/protocol/rest/session.ts';

/** A host that nobody has (RFC 6761), to see where a path leads from anywhere. */
const anywhere = 'http://own.invalid';

/** What stands in an address under one name: nothing, one value or several. */
export type SearchValue = string | string[] | undefined;

/**
 * The path to go on to, as an address asked for it, or `null` when it leads off this site. Dots are resolved first:
 * `/.//elsewhere` is a path, but what a browser makes of it may not be one any more.
 */
export function returnPathFrom(value: SearchValue): string | null {
  const path = returnPathSchema.safeParse(value);
  if (!path.success) return null;
  const url = URL.parse(path.data, anywhere);
  if (url === null || url.origin !== anywhere || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}
