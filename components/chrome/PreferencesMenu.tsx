'use client';

import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Menu, MenuLine } from '#components/ui/Menu.tsx';
import { LanguageChoices } from './LanguageChoices.tsx';
import { ThemeChoices } from './ThemeChoices.tsx';

/** Language and colours, behind one button in a page's head. */
export function PreferencesMenu() {
  const t = useTranslations('preferences');
  return (
    <Menu align="end" trigger={<IconButton icon="contrast" label={t('label')} tooltipSide="bottom" />}>
      <ThemeChoices />
      <MenuLine />
      <LanguageChoices />
    </Menu>
  );
}
