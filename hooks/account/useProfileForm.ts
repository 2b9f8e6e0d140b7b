'use client';

import { useState } from 'react';
import { type Action, useAction } from '../useAction.ts';
import { useApi } from '../useApi.ts';
import { editMe, type OwnProfile } from './editMe.ts';
import {
  changedFields,
  type DraftField,
  draftOf,
  type ProfileDraft,
  patchOf,
  type Rebased,
  rebase,
} from './profileDraft.ts';

export interface ProfileForm {
  readonly draft: ProfileDraft;
  readonly hasChanges: boolean;
  set<Field extends DraftField>(field: Field, value: ProfileDraft[Field]): void;
  discard(): void;
  readonly saving: Action<[], void>;
  /** Somebody saved another version meanwhile that contradicts this one; null while nobody did. */
  readonly conflict: { takeTheirs(): void; keepMine(): void } | null;
}

/**
 * The profile while it is edited. What is written stays through every failure. An edit elsewhere of other fields is
 * taken along; one of the same fields is asked about.
 */
export function useProfileForm(initial: OwnProfile, onSaved: (own: OwnProfile) => void): ProfileForm {
  const api = useApi();
  const [own, setOwn] = useState(initial);
  const [draft, setDraft] = useState(() => draftOf(initial.user));
  const [theirs, setTheirs] = useState<OwnProfile | null>(null);
  const base = draftOf(own.user);
  const saving = useAction((from: OwnProfile, mine: ProfileDraft) => save(from, mine));

  async function save(from: OwnProfile, mine: ProfileDraft): Promise<void> {
    const outcome = await editMe(api, from.etag, patchOf(draftOf(from.user), mine));
    if (outcome.kind === 'saved') {
      show(outcome.own);
      onSaved(outcome.own);
      return;
    }
    const over: Rebased = rebase(draftOf(from.user), mine, draftOf(outcome.own.user));
    if (over.contested.length > 0) setTheirs(outcome.own);
    else await save(outcome.own, over.draft);
  }

  function show(next: OwnProfile): void {
    setOwn(next);
    setDraft(draftOf(next.user));
    setTheirs(null);
  }

  /** What I wrote, over what stands there now. */
  function keepMine(now: OwnProfile): void {
    setOwn(now);
    const { draft: kept } = rebase(base, draft, draftOf(now.user));
    setDraft(kept);
    setTheirs(null);
    void saving.run(now, kept);
  }

  return {
    draft,
    hasChanges: changedFields(base, draft).length > 0,
    set: (field, value) => setDraft((before) => ({ ...before, [field]: value })),
    discard: () => setDraft(base),
    saving: { ...saving, run: () => saving.run(own, draft) },
    conflict: theirs === null ? null : { takeTheirs: () => show(theirs), keepMine: () => keepMine(theirs) },
  };
}
