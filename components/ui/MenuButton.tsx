'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { Menu } from './Menu.tsx';

interface MenuButtonProps {
  /** Whom or what the menu is about; it names the button “Actions for …”. */
  about?: string;
  /** The whole name of the button, in place of the one made of `about`. */
  label?: string;
  icon?: IconName;
  align?: 'start' | 'center' | 'end';
  /** `MenuItem`, `MenuLink`, `MenuLine`, `MenuChoices`. */
  children: ReactNode;
}

/** The three dots at the end of a row, and what can be done with it. */
export function MenuButton({ about, label, icon = 'more', align = 'end', children }: MenuButtonProps) {
  const t = useTranslations('ui');
  const ownLabel = about === undefined ? t('actions') : t('actionsFor', { name: about });
  return (
    <Menu align={align} trigger={<IconButton icon={icon} label={label ?? ownLabel} tone="soft" />}>
      {children}
    </Menu>
  );
}
