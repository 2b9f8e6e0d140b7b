'use client';

import { type SubmitEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { focusFirstWrong } from '#hooks/forms/useFieldForm.ts';
import type { GeneralValues } from '#hooks/places/generalValues.ts';
import { useGeneralForm } from '#hooks/places/useGeneralForm.ts';
import { useLeaveGuard } from '#hooks/useLeaveGuard.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { GeneralFields } from './GeneralFields.tsx';
import { SaveFooter } from './SaveFooter.tsx';

const labels: Record<keyof GeneralValues, keyof Messages['spaceSettings']> = {
  name: 'name',
  slug: 'address',
  description: 'description',
  welcomeText: 'welcome',
  capacity: 'capacity',
  hasResident: 'resident',
};

/** Edits what a space is called and how it is. */
export function GeneralForm({ space }: { space: SpaceView }) {
  const t = useTranslations('spaceSettings');
  const form = useGeneralForm(space);
  const element = useRef<HTMLFormElement>(null);
  const { problems } = form;
  useLeaveGuard(form.isDirty);
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusFirstWrong(element.current);
  }, [problems]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    form.submit();
  }

  function wordsOf(field: keyof GeneralValues, values: GeneralValues): string {
    if (field !== 'hasResident') return values[field];
    return values.hasResident ? t('on') : t('off');
  }

  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Card
        footer={<SaveFooter isDirty={form.isDirty} isPending={form.isPending} onDiscard={form.discard} />}
      >
        <div className="grid gap-5">
          <FormProblem error={form.error} />
          <ConflictNotice
            edit={form.edit}
            labelOf={(field) => t(labels[field])}
            wordsOf={wordsOf}
            onChoose={form.change}
          />
          <GeneralFields form={form} />
        </div>
      </Card>
    </form>
  );
}
