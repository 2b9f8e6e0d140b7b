import { cutPage, emptyPage, isId, readInstantKey, writeInstantKey } from '../pageKeys.ts';
import type { Page, PageQuery } from '../ports.ts';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Highest id first; ids of version 7 make that the newest. */
export function pageById<Item>(rows: Item[], page: PageQuery, idOf: (row: Item) => string): Page<Item> {
  const { after, limit } = page;
  if (after !== null && !isId(after)) return emptyPage;
  const rest = rows
    .filter((row) => after === null || idOf(row) < after)
    .sort((a, b) => compare(idOf(b), idOf(a)));
  return cutPage(rest, limit, (row) => row, idOf);
}

/** Sorted by an instant and then by an id, upwards or downwards. */
export function pageByInstant<Item>(
  rows: Item[],
  page: PageQuery,
  order: { at: (row: Item) => string; id: (row: Item) => string; direction: 1 | -1 },
): Page<Item> {
  const { at, id, direction } = order;
  const last = page.after === null ? null : readInstantKey(page.after);
  if (page.after !== null && last === null) return emptyPage;
  const textOf = (row: Item) => `${at(row)}/${id(row)}`;
  const rest = rows
    .filter((row) => last === null || compare(textOf(row), `${last.at}/${last.id}`) * direction > 0)
    .sort((a, b) => compare(textOf(a), textOf(b)) * direction);
  return cutPage(
    rest,
    page.limit,
    (row) => row,
    (row) => writeInstantKey({ at: at(row), id: id(row) }),
  );
}

/** Whether a text contains another one, whatever the case. */
export const includesFolded = (text: string, query: string): boolean =>
  text.toLowerCase().includes(query.toLowerCase());
