'use client';

import { useEffect, useRef, useState } from 'react';
import { RestError } from '#lib/client/rest/RestError.ts';
import { joined, type Page } from './pages.ts';

/** How long a pause in typing is before a list is asked for anew, in ms. */
const pauseMs = 250;

interface PageWays<Item, Filter> {
  /** The beginning of the list without a filter, as it came with the page. */
  readonly first: Page<Item>;
  readonly noFilter: Filter;
  keyOf(item: Item): string;
  /** @throws RestError */
  load(filter: Filter, cursor: string | undefined): Promise<Page<Item>>;
}

export interface Pages<Item, Filter> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  readonly filter: Filter;
  readonly isPending: boolean;
  /** Why the last load failed. */
  readonly error: RestError | null;
  /** Shows another part of the list; while somebody types, after a pause. */
  setFilter(filter: Filter, isTyped?: boolean): void;
  /** Reads the list anew from its beginning. */
  reload(): void;
  more(): void;
  /** Changes what is shown, after the server has said that it is so. */
  change(over: (items: readonly Item[]) => readonly Item[]): void;
}

/** A list that comes page by page and can be filtered. An answer that a later question has overtaken is dropped. */
export function usePages<Item, Filter>(ways: PageWays<Item, Filter>): Pages<Item, Filter> {
  const { first, noFilter, keyOf, load } = ways;
  const [source, setSource] = useState(first);
  const [page, setPage] = useState(first);
  const [filter, setWanted] = useState(noFilter);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<RestError | null>(null);
  const question = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  if (source !== first) {
    setSource(first);
    if (filter === noFilter) setPage(first);
  }

  async function ask(wanted: Filter, loaded: Page<Item> | null): Promise<void> {
    question.current += 1;
    const asked = question.current;
    setPending(true);
    setError(null);
    const outcome = await outcomeOf(load(wanted, loaded?.nextCursor ?? undefined));
    if (asked !== question.current) return;
    setPending(false);
    if (outcome instanceof RestError) setError(outcome);
    else setPage(loaded === null ? outcome : joined(loaded, outcome, keyOf));
  }

  return {
    items: page.items,
    hasMore: page.nextCursor !== null,
    filter,
    isPending,
    error,
    setFilter(wanted, isTyped = false) {
      setWanted(wanted);
      clearTimeout(pause.current);
      pause.current = setTimeout(() => void ask(wanted, null), isTyped ? pauseMs : 0);
    },
    reload: () => void ask(filter, null),
    more: () => void ask(filter, page),
    change: (over) => setPage((loaded) => ({ ...loaded, items: over(loaded.items) })),
  };
}

/** A page, or why it was refused; anything else that goes wrong is a bug and rejects. */
async function outcomeOf<Item>(loading: Promise<Page<Item>>): Promise<Page<Item> | RestError> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof RestError) return error;
    throw error;
  }
}
