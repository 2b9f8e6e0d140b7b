/** A part of a list, as the server gives it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A list with its next page at the end; what came twice, because the list moved meanwhile, stands once. */
export function joined<Item>(
  loaded: Page<Item>,
  next: Page<Item>,
  keyOf: (item: Item) => string,
): Page<Item> {
  const known = new Set(loaded.items.map(keyOf));
  return {
    items: [...loaded.items, ...next.items.filter((item) => !known.has(keyOf(item)))],
    nextCursor: next.nextCursor,
  };
}
