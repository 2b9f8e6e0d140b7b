'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { CopyField } from '#components/ui/CopyField.tsx';
import { Field } from '#components/ui/Field.tsx';
import { PasswordField } from '#components/ui/PasswordField.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { PasswordStrength } from '#components/ui/StrengthMeter.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { Specimen, Specimens } from './Specimens.tsx';
import { sampleLink, sampleSpace } from './sampleData.ts';

const gridClass = 'grid items-start gap-5 desk:grid-cols-2';

/** What is typed in. */
export function FieldSpecimens() {
  const t = useTranslations('gallery.words');
  return (
    <Specimens name="fields">
      <Specimen name="Field" className={gridClass}>
        <Field label={t('name')} defaultValue={sampleSpace} />
        <Field label={t('name')} hint={t('nameHint')} />
        <Field label={t('about')} isOptional placeholder={t('placeholder')} />
        <Field label={t('name')} defaultValue={sampleSpace} disabled />
        <FieldWithError />
      </Specimen>
      <Specimen name="TextArea" className={gridClass}>
        <TextArea label={t('about')} hint={t('aboutHint')} maxLength={200} isOptional />
        <TextArea label={t('about')} defaultValue={t('welcome')} error={t('tooLong')} />
      </Specimen>
      <Specimen name="PasswordField" className={gridClass}>
        <PasswordField label={t('password')} autoComplete="off" />
        <PasswordField label={t('password')} autoComplete="off" error={t('mistyped')} />
        <StrengthSample />
      </Specimen>
      <Specimen name="Select" className={gridClass}>
        <SelectSample />
        <Select
          label={t('role')}
          value={undefined}
          options={[]}
          placeholder={t('none')}
          onChange={() => undefined}
        />
      </Specimen>
      <Specimen name="CopyField">
        <CopyField label={t('link')} value={sampleLink} hint={t('linkHint')} />
      </Specimen>
    </Specimens>
  );
}

function FieldWithError() {
  const t = useTranslations('gallery.words');
  const [isWrong, setWrong] = useState(true);
  return (
    <div className="grid gap-3">
      <Field label={t('address')} defaultValue="harbour" error={isWrong ? t('taken') : null} />
      <Button size="small" className="justify-self-start" onClick={() => setWrong(!isWrong)}>
        {t('toggleError')}
      </Button>
    </div>
  );
}

function StrengthSample() {
  const t = useTranslations('gallery.words');
  const [strength, setStrength] = useState<PasswordStrength | null>(null);
  return (
    <PasswordField
      label={t('newPassword')}
      autoComplete="off"
      hint={t('strengthHint')}
      strength={strength}
      onChange={(event) => setStrength(strengthByLength(event.currentTarget.value.length))}
    />
  );
}

/** Only to show the five states; real strength is measured elsewhere. */
function strengthByLength(length: number): PasswordStrength | null {
  if (length === 0) return null;
  if (length < 4) return 0;
  if (length < 7) return 1;
  if (length < 10) return 2;
  return length < 14 ? 3 : 4;
}

function SelectSample() {
  const t = useTranslations('gallery.words');
  const [value, setValue] = useState('member');
  const roles = ['guest', 'member', 'moderator'] as const;
  return (
    <Select
      label={t('role')}
      icon="shield"
      hint={t('roleHint')}
      value={value}
      onChange={setValue}
      options={roles.map((role) => ({ value: role, label: t(role) }))}
    />
  );
}
