'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import type { FilterTerm } from '#lib/protocol/chat/views.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import { isSameFilter, mergeFilters, withTerms } from './filterTerms.ts';

export interface FilterForm {
  readonly terms: readonly FilterTerm[];
  readonly isDirty: boolean;
  readonly isPending: boolean;
  readonly error: RestError | null;
  /** Somebody else saved meanwhile: both lists stand together in the form, and the next save stores that. */
  readonly isMet: boolean;
  add(terms: readonly string[], action: FilterTerm['action']): void;
  setAction(term: string, action: FilterTerm['action']): void;
  remove(term: string): void;
  discard(): void;
  save(): void;
}

interface Draft {
  readonly base: readonly FilterTerm[];
  readonly terms: readonly FilterTerm[];
  readonly isMet: boolean;
}

const asStored = (terms: readonly FilterTerm[]): Draft => ({ base: terms, terms, isMet: false });

/** Edits the words that the chat of a space refuses or puts into the queue. */
export function useFilters(spaceId: string, first: readonly FilterTerm[]): FilterForm {
  const t = useTranslations('spaceFilters');
  const api = useApi();
  const toasts = useToasts();
  const [draft, setDraft] = useState(() => asStored(first));
  const { base, terms } = draft;
  const params = { space: spaceId };

  const saving = useAction(async () => {
    const stored = (await api.call(chatRoutes.readChatFilters, { params })).reply.terms;
    if (!isSameFilter(stored, base)) {
      setDraft({ base: stored, terms: mergeFilters(base, terms, stored), isMet: true });
      return;
    }
    const { reply } = await api.call(chatRoutes.setChatFilters, { params, body: { terms: [...terms] } });
    setDraft(asStored(reply.terms));
    toasts.show({ key: 'filters', title: t('saved') });
  });

  function change(next: readonly FilterTerm[]): void {
    setDraft({ ...draft, terms: next });
    saving.reset();
  }

  return {
    terms,
    isDirty: !isSameFilter(base, terms),
    isPending: saving.isPending,
    error: saving.error,
    isMet: draft.isMet,
    add: (added, action) => change(withTerms(terms, added, action)),
    setAction: (term, action) => change(terms.map((each) => (each.term === term ? { term, action } : each))),
    remove: (term) => change(terms.filter((each) => each.term !== term)),
    discard: () => setDraft(asStored(base)),
    save: () => void saving.run(),
  };
}
