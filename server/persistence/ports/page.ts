/**
 * Which part of a list is wanted. `after` is the key of the last item of the page before; after what is no key of the
 * list there is nothing.
 */
export interface PageQuery {
  limit: number;
  after: string | null;
}

/** Part of a list; `next` is what `after` must be for the following one, `null` at the end. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}
