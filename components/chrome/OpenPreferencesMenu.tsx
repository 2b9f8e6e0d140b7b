'use client';

import { Menu, MenuLine } from '#components/ui/Menu.tsx';
import { LanguageChoices } from './LanguageChoices.tsx';
import { PreferencesButton } from './PreferencesButton.tsx';
import { ThemeChoices } from './ThemeChoices.tsx';

/** The menu behind the button of a page's head. It is open when it comes, because it was asked for. */
export function OpenPreferencesMenu({ label }: { label: string }) {
  return (
    <Menu align="end" startsOpen trigger={<PreferencesButton label={label} />}>
      <ThemeChoices />
      <MenuLine />
      <LanguageChoices />
    </Menu>
  );
}
