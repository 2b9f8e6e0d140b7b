'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '#hooks/useApi.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { memberRoutes } from '#lib/protocol/rest/members.ts';
import { matchingPeople } from './matchingPeople.ts';

/** How long a pause in typing is before the server is asked, in ms. */
const pauseMs = 200;
/** As many as a short list shows without tiring. */
const foundMost = 20;

interface PersonSearchOptions {
  readonly spaceId: string;
  /** Whether I may see the members; else only `known` are searched. */
  readonly mayList: boolean;
  /** People whom the page knows already, for example guests who are inside. */
  readonly known: readonly PersonView[];
  /** Ids of those who are not offered. */
  readonly except: readonly string[];
}

export interface PersonSearch {
  readonly query: string;
  readonly people: readonly PersonView[];
  readonly isPending: boolean;
  readonly error: RestError | null;
  setQuery(query: string): void;
}

/** Finds somebody of a space by a part of their name. */
export function usePersonSearch({ spaceId, mayList, known, except }: PersonSearchOptions): PersonSearch {
  const api = useApi();
  const [query, setQuery] = useState('');
  const [members, setMembers] = useState<readonly PersonView[]>([]);
  const [isPending, setPending] = useState(mayList);
  const [error, setError] = useState<RestError | null>(null);
  const question = useRef(0);

  useEffect(() => {
    if (!mayList || spaceId === '') return undefined;
    question.current += 1;
    const asked = question.current;
    const ask = async () => {
      setPending(true);
      const outcome = await listMembers();
      if (asked !== question.current) return;
      setPending(false);
      setError(outcome instanceof RestError ? outcome : null);
      if (!(outcome instanceof RestError)) setMembers(outcome);
    };
    const listMembers = async () => {
      try {
        const asked = { query: query.trim().slice(0, 60) || undefined, limit: foundMost };
        const { reply } = await api.call(memberRoutes.listMembers, {
          params: { space: spaceId },
          query: asked,
        });
        return reply.items.map(({ person }) => person);
      } catch (failure) {
        if (failure instanceof RestError) return failure;
        throw failure;
      }
    };
    const timer = setTimeout(() => void ask(), query === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [api, mayList, query, spaceId]);

  const people = useMemo(
    () => matchingPeople([...known, ...members], query, except, foundMost),
    [known, members, query, except],
  );
  return { query, people, isPending, error, setQuery };
}
