'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useToasts } from '#hooks/useToasts.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { type GeneralValues, generalBodyOf, generalValuesOf, problemsOfGeneral } from './generalValues.ts';
import { settingsPath } from './settingsTabs.ts';
import { slugWhileTyping } from './slug.ts';
import { type DraftProblems, problemsOfSpaceRefusal } from './spaceDraft.ts';
import { type SpaceEdit, useSpaceEdit } from './useSpaceEdit.ts';

export interface GeneralForm extends Omit<SpaceEdit<GeneralValues>, 'save'> {
  readonly problems: DraftProblems;
  /** A refusal that belongs to no field. */
  readonly error: RestError | null;
  submit(): void;
}

/** The form of the general settings. A new address takes the page along. */
export function useGeneralForm(space: SpaceView): GeneralForm {
  const t = useTranslations('spaceSettings');
  const router = useRouter();
  const toasts = useToasts();
  const [problems, setProblems] = useState<DraftProblems>({});
  const form = useSpaceEdit(space, {
    valuesOf: generalValuesOf,
    bodyOf: generalBodyOf,
    onSaved(stored) {
      toasts.show({ key: `saved-${space.id}`, title: t('saved') });
      if (stored.slug === space.slug) router.refresh();
      else router.replace(settingsPath(stored.slug, 'general'));
    },
  });
  const refused = form.error === null ? {} : problemsOfSpaceRefusal(form.error);
  const isOfField = Object.keys(refused).length > 0;

  function submit(): void {
    const found = problemsOfGeneral(form.edit.values);
    setProblems(found);
    if (Object.keys(found).length === 0) form.save();
  }

  return {
    ...form,
    problems: isOfField ? refused : problems,
    error: isOfField ? null : form.error,
    submit,
    change: (over) =>
      form.change(over.slug === undefined ? over : { ...over, slug: slugWhileTyping(over.slug) }),
  };
}
