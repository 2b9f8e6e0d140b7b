import { RefusedError } from '#lib/protocol/errors.ts';
import { isId, readInstantKey } from '../persistence/pageKeys.ts';
import type { Page, PageQuery } from '../persistence/ports.ts';

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A cursor is the store's own key. Throws `RefusedError` (`bad_request`) for one that it would not know. */
function page({ limit, cursor }: Asked, isKey: (cursor: string) => boolean): PageQuery {
  if (cursor !== undefined && !isKey(cursor)) {
    throw new RefusedError('bad_request', 'Cursors come from the page before.', 'query.cursor');
  }
  return { limit, after: cursor ?? null };
}

/** The part of a list whose keys are ids. Throws `RefusedError` (`bad_request`). */
export const pageById = (asked: Asked): PageQuery => page(asked, isId);

/** The part of a list whose keys name an instant too. Throws `RefusedError` (`bad_request`). */
export const pageByKey = (asked: Asked): PageQuery =>
  page(asked, (cursor) => readInstantKey(cursor) !== null);

/** A page on the wire. */
export const replyPage = <View>({ next }: Page<unknown>, items: View[]) => ({ items, nextCursor: next });
