'use client';

import { useTranslations } from 'use-intl';
import { Select } from '#components/ui/Select.tsx';
import { isLocale, localeNames, locales } from '#lib/i18n/locales.ts';
import type { Profile } from '#lib/protocol/rest/me.ts';

interface LanguageSelectProps {
  value: Profile['language'];
  onChange: (language: Profile['language']) => void;
}

/** The language of pages and mails. */
export function LanguageSelect({ value, onChange }: LanguageSelectProps) {
  const t = useTranslations('profile');
  const options = [
    { value: 'browser', label: t('languageAuto') },
    ...locales.map((locale) => ({ value: locale, label: localeNames[locale] })),
  ];
  return (
    <Select
      label={t('language')}
      icon="globe"
      value={value ?? 'browser'}
      options={options}
      onChange={(next) => onChange(isLocale(next) ? next : null)}
    />
  );
}
