import * as z from 'zod';
import { idSchema } from '#lib/protocol/common.ts';
import type { Page } from './ports.ts';

/** Where a list that is sorted by an instant and then by an id goes on. */
export interface InstantKey {
  at: string;
  id: string;
}

/** No row is older; far earlier instants are none to PostgreSQL. */
const earliest = '1970-01-01T00:00:00.000Z';

const instantKeySchema = z.tuple([z.iso.datetime().refine((at) => at >= earliest), idSchema]);

export const isId = (text: string): boolean => idSchema.safeParse(text).success;

/** The opaque key: it names the last item by its values, so that what is inserted meanwhile shifts nothing. */
export const writeInstantKey = ({ at, id }: InstantKey): string =>
  Buffer.from(`${at}/${id}`).toString('base64url');

/** `null` for what is not such a key. */
export function readInstantKey(key: string): InstantKey | null {
  const parsed = instantKeySchema.safeParse(Buffer.from(key, 'base64url').toString().split('/'));
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
}

export const emptyPage = { items: [], next: null };

/** Makes a page of rows of which one more than wanted was read; that one tells whether there is a next page. */
export function cutPage<Row, Item>(
  rows: Row[],
  limit: number,
  toItem: (row: Row) => Item,
  keyOf: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? keyOf(last) : null;
  return { items: shown.map(toItem), next };
}
