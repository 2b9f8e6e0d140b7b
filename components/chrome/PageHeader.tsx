'use client';

import { useTranslations } from 'use-intl';
import { Logo } from '#components/ui/Logo.tsx';
import { PreferencesMenu } from './PreferencesMenu.tsx';

/** Head of every page outside the space: the way home, language and colours. */
export function PageHeader() {
  const t = useTranslations();
  return (
    <header className="flex h-16 items-center justify-between desk:h-20 low:h-16">
      <Logo name={t('meta.name')} label={t('common.home')} />
      <PreferencesMenu />
    </header>
  );
}
