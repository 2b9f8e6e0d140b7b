'use client';

import { useEffect, useRef, useState } from 'react';
import { useTimeZone } from 'use-intl';
import { useApi } from '#hooks/useApi.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import type { FoundMessage } from '#lib/protocol/chat/views.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { useChatPlace } from '../ChatPlace.ts';
import { isAsking, noSearch, queryOf, type SearchFilter } from './searchFilter.ts';

/** How long a pause in typing is before the server is asked, in ms. */
const pauseMs = 300;
/** Results at once. */
const pageSize = 20;

interface Found {
  /** What these are the results of. */
  readonly filter: SearchFilter;
  readonly items: readonly FoundMessage[];
  readonly people: ReadonlyMap<string, PersonView>;
  readonly nextCursor: string | null;
}

export interface Search {
  readonly filter: SearchFilter;
  /** Null before the first answer, and when nothing is asked for. */
  readonly found: Found | null;
  readonly isPending: boolean;
  readonly error: RestError | null;
  change(over: Partial<SearchFilter>): void;
  clear(): void;
  more(): void;
  retry(): void;
}

/** Looks for messages while somebody types. An answer that a later question has overtaken is dropped. */
export function useSearch(roomId: string | null): Search {
  const api = useApi();
  const { spaceId } = useChatPlace();
  const timeZone = useTimeZone() ?? 'UTC';
  const [filter, setFilter] = useState<SearchFilter>({ ...noSearch, roomId });
  const [found, setFound] = useState<Found | null>(null);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<RestError | null>(null);
  const question = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  async function ask(wanted: SearchFilter, loaded: Found | null): Promise<void> {
    question.current += 1;
    const asked = question.current;
    setPending(true);
    setError(null);
    const outcome = await readPage(wanted, loaded?.nextCursor ?? undefined);
    if (asked !== question.current) return;
    setPending(false);
    if (outcome instanceof RestError) setError(outcome);
    else setFound(joined(wanted, loaded, outcome));
  }

  async function readPage(wanted: SearchFilter, cursor: string | undefined) {
    try {
      const query = { ...queryOf(wanted, timeZone), limit: pageSize, cursor };
      return (await api.call(chatRoutes.searchMessages, { params: { space: spaceId }, query })).reply;
    } catch (failure) {
      if (failure instanceof RestError) return failure;
      throw failure;
    }
  }

  function want(wanted: SearchFilter): void {
    setFilter(wanted);
    clearTimeout(pause.current);
    if (isAsking(wanted)) {
      const isTyped = wanted.words !== filter.words;
      pause.current = setTimeout(() => void ask(wanted, null), isTyped ? pauseMs : 0);
      return;
    }
    question.current += 1;
    setPending(false);
    setError(null);
    setFound(null);
  }

  return {
    filter,
    found,
    isPending,
    error,
    change: (over) => want({ ...filter, ...over }),
    clear: () => want({ ...noSearch, words: filter.words }),
    more: () => void ask(filter, found),
    retry: () => void ask(filter, null),
  };
}

type PageOfSearch = Pick<Found, 'items' | 'nextCursor'> & { readonly people: readonly PersonView[] };

function joined(filter: SearchFilter, loaded: Found | null, page: PageOfSearch): Found {
  const known = new Set(loaded?.items.map(({ message }) => message.id));
  const people = new Map(loaded?.people);
  for (const person of page.people) people.set(person.id, person);
  return {
    filter,
    items: [...(loaded?.items ?? []), ...page.items.filter(({ message }) => !known.has(message.id))],
    people,
    nextCursor: page.nextCursor,
  };
}
