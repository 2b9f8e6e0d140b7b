'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { slugFrom, slugWhileTyping } from './slug.ts';
import {
  capacityFrom,
  type DraftProblems,
  problemsOfDraft,
  problemsOfSpaceRefusal,
  type SpaceDraft,
} from './spaceDraft.ts';
import { useIntentKey } from './useIntentKey.ts';

export interface NewSpaceDraft extends SpaceDraft {
  readonly mapId: string;
  readonly hasResident: boolean;
}

export interface NewSpaceForm {
  readonly draft: NewSpaceDraft;
  readonly problems: DraftProblems;
  /** A refusal that belongs to no field. */
  readonly error: RestError | null;
  readonly isPending: boolean;
  change(over: Partial<NewSpaceDraft>): void;
  submit(): void;
}

const blank: Omit<NewSpaceDraft, 'mapId'> = {
  name: '',
  slug: '',
  visibility: 'unlisted',
  password: '',
  capacity: '50',
  hasResident: false,
};

/**
 * The form that makes a space and goes there. The address follows the name until somebody writes another one; until then
 * the server may take the next free one like it.
 */
export function useNewSpace(mapId: string): NewSpaceForm {
  const [draft, setDraft] = useState<NewSpaceDraft>({ ...blank, mapId });
  const [isSlugOwn, setSlugOwn] = useState(false);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [isGoing, startGoing] = useTransition();
  const router = useRouter();
  const create = useCreate((slug) => startGoing(() => router.push(`/space/${slug}`)));
  const refused = create.error === null ? {} : problemsOfSpaceRefusal(create.error);
  const isOfField = Object.keys(refused).length > 0;

  function change(over: Partial<NewSpaceDraft>): void {
    if (over.slug !== undefined) setSlugOwn(over.slug !== '');
    const follows = over.name !== undefined && !isSlugOwn;
    const slug = follows ? slugFrom(over.name ?? '') : slugWhileTyping(over.slug ?? draft.slug);
    setDraft({ ...draft, ...over, slug });
    create.reset();
  }

  function submit(): void {
    const found = problemsOfDraft(draft, { maySlugBeEmpty: true });
    setProblems(found);
    if (Object.keys(found).length === 0) void create.run(isSlugOwn ? draft : { ...draft, slug: '' });
  }

  return {
    draft,
    problems: isOfField ? refused : problems,
    error: isOfField ? null : create.error,
    // The way there is part of the wait.
    isPending: create.isPending || isGoing,
    change,
    submit,
  };
}

function useCreate(onMade: (slug: string) => void) {
  const api = useApi();
  const keyOf = useIntentKey();
  return useAction(async (draft: NewSpaceDraft) => {
    const { name, mapId, slug, visibility, password, capacity, hasResident } = draft;
    const body = {
      name: name.trim(),
      mapId,
      visibility,
      hasResident,
      capacity: capacityFrom(capacity) ?? undefined,
      ...(slug !== '' && { slug }),
      ...(visibility === 'password' && { password }),
    };
    const { reply } = await api.call(spaceRoutes.createSpace, { body }, { idempotencyKey: keyOf(body) });
    onMade(reply.space.slug);
  });
}
