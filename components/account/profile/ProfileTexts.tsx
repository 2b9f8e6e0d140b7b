'use client';

import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/Field.tsx';
import { nameLengthMost, pronounsLengthMost, statusLengthMost } from '#hooks/account/profileDraft.ts';
import type { ProfileForm } from '#hooks/account/useProfileForm.ts';
import type { Problems } from '#hooks/forms/fields.ts';
import { useProblemWords } from '#hooks/forms/useProblemWords.ts';

interface ProfileTextsProps {
  form: ProfileForm;
  problems: Problems<'name' | 'status' | 'pronouns'>;
}

/** The fields of the profile that are written. */
export function ProfileTexts({ form, problems }: ProfileTextsProps) {
  const t = useTranslations('profile');
  const words = useProblemWords();
  return (
    <div className="grid items-start gap-5 desk:grid-cols-2">
      <Field
        label={t('name')}
        name="name"
        autoComplete="nickname"
        maxLength={nameLengthMost}
        value={form.draft.name}
        error={words(problems.name)}
        onChange={(event) => form.set('name', event.currentTarget.value)}
      />
      <Field
        label={t('pronouns')}
        name="pronouns"
        isOptional
        autoComplete="off"
        maxLength={pronounsLengthMost}
        hint={t('pronounsHint')}
        value={form.draft.pronouns}
        error={words(problems.pronouns)}
        onChange={(event) => form.set('pronouns', event.currentTarget.value)}
      />
      <div className="desk:col-span-2">
        <Field
          label={t('status')}
          name="status"
          isOptional
          autoComplete="off"
          maxLength={statusLengthMost}
          hint={t('statusHint')}
          value={form.draft.status}
          error={words(problems.status)}
          onChange={(event) => form.set('status', event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
