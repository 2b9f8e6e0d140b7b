'use client';

import { useTranslations } from 'use-intl';
import { MenuChoices } from '#components/ui/Menu.tsx';
import { useLocaleSwitch } from '#hooks/useLocaleSwitch.ts';
import { localeNames, locales } from '#lib/i18n/locales.ts';

/** The languages in their own words; part of a menu. */
export function LanguageChoices() {
  const t = useTranslations('preferences');
  const { locale, setLocale } = useLocaleSwitch();
  return (
    <MenuChoices
      label={t('language')}
      value={locale}
      onChange={setLocale}
      choices={locales.map((value) => ({ value, label: localeNames[value] }))}
    />
  );
}
