'use client';

import { useTranslations } from 'use-intl';
import { MenuChoices } from '#components/ui/Menu.tsx';
import { useTheme } from '#hooks/useTheme.ts';

/** Light, dark, or as the system says; part of a menu. */
export function ThemeChoices() {
  const t = useTranslations('preferences');
  const { theme, setTheme } = useTheme();
  return (
    <MenuChoices
      label={t('theme')}
      value={theme}
      onChange={setTheme}
      choices={[
        { value: 'system', label: t('themeSystem'), icon: 'contrast' },
        { value: 'light', label: t('themeLight'), icon: 'sun' },
        { value: 'dark', label: t('themeDark'), icon: 'moon' },
      ]}
    />
  );
}
