import { restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { Tag } from '#lib/protocol/rest/define.ts';

/** Where the reference of the REST API begins. */
export const apiDocsPath = '/docs/api';

const slugOf = (tag: Tag): string => tag.toLowerCase();

/** The page of all operations of a part of the API. */
export const apiPartPath = (tag: Tag): string => `${apiDocsPath}/${slugOf(tag)}`;

/** The part whose page has this last name in its address; `null`: there is none. */
export function tagAt(slug: string): Tag | null {
  const route = Object.values(restCatalogue).find(({ tag }) => slugOf(tag) === slug);
  return route?.tag ?? null;
}
