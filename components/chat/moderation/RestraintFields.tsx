'use client';

import { useTranslations } from 'use-intl';
import { isLasting, lastingS, lastings } from '#components/space/lasting.ts';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { Restraint } from '#hooks/chat/moderation/useRestraints.ts';

/** What stands in the form, before it is sent. */
export interface RestraintDraft {
  readonly reason: string;
  readonly lasting: keyof typeof lastingS;
}

export const emptyRestraint: RestraintDraft = { reason: '', lasting: 'day' };

export const restraintOf = ({ reason, lasting }: RestraintDraft): Restraint => ({
  reason: reason.trim(),
  forS: lastingS[lasting],
});

interface RestraintFieldsProps {
  draft: RestraintDraft;
  onChange: (draft: RestraintDraft) => void;
}

/** Why and for how long. */
export function RestraintFields({ draft, onChange }: RestraintFieldsProps) {
  const t = useTranslations('chatModeration');
  return (
    <>
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        value={draft.reason}
        maxLength={200}
        autoComplete="off"
        isOptional
        onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
      />
      <Select
        label={t('duration')}
        icon="clock"
        value={draft.lasting}
        options={lastings.map((value) => ({ value, label: t(`lasting.${value}`) }))}
        onChange={(lasting) => isLasting(lasting) && onChange({ ...draft, lasting })}
      />
    </>
  );
}
