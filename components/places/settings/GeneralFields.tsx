'use client';

import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/Field.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { slugLengthMost } from '#hooks/places/slug.ts';
import { type DraftField, textMost } from '#hooks/places/spaceDraft.ts';
import type { GeneralForm } from '#hooks/places/useGeneralForm.ts';
import { capacityMost } from '#lib/protocol/rest/spaces.ts';

/** The fields of the general settings. */
export function GeneralFields({ form }: { form: GeneralForm }) {
  const t = useTranslations('spaceSettings');
  const words = useTranslations('newSpace');
  const { values, base } = form.edit;
  const problem = (field: DraftField) => {
    const found = form.problems[field];
    return found === undefined ? null : words(found, { most: capacityMost });
  };
  const address = words('addressDetail', { address: `/space/${values.slug}` });
  return (
    <>
      <Field
        label={t('name')}
        value={values.name}
        maxLength={textMost.name}
        autoComplete="off"
        error={problem('name')}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
      />
      <Field
        label={t('address')}
        value={values.slug}
        maxLength={slugLengthMost}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="ltr"
        hint={values.slug === base.slug ? address : `${address}. ${t('addressWarning')}`}
        error={problem('slug')}
        onChange={(event) => form.change({ slug: event.currentTarget.value })}
      />
      <Field
        label={t('description')}
        value={values.description}
        maxLength={textMost.description}
        autoComplete="off"
        hint={t('descriptionDetail')}
        isOptional
        onChange={(event) => form.change({ description: event.currentTarget.value })}
      />
      <TextArea
        label={t('welcome')}
        value={values.welcomeText}
        maxLength={textMost.welcomeText}
        hint={t('welcomeDetail')}
        isOptional
        onChange={(event) => form.change({ welcomeText: event.currentTarget.value })}
      />
      <Field
        label={t('capacity')}
        value={values.capacity}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        error={problem('capacity')}
        onChange={(event) => form.change({ capacity: event.currentTarget.value })}
        className="max-w-40 tabular-nums"
      />
      <Switch
        label={t('resident')}
        detail={t('residentDetail')}
        isOn={values.hasResident}
        onChange={(hasResident) => form.change({ hasResident })}
      />
    </>
  );
}
