'use client';

import { useTranslations } from 'use-intl';
import { Logo } from '#components/ui/Logo.tsx';
import { useViewer } from '#hooks/useViewer.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { PreferencesMenu } from './PreferencesMenu.tsx';
import { SignInLinks } from './SignInLinks.tsx';

/** Head of every page outside the space: the way home, language and colours, and who I am here. */
export function PageHeader() {
  const t = useTranslations();
  const viewer = useViewer();
  return (
    <header className="flex h-16 flex-none items-center justify-between gap-3 desk:h-20 low:h-16">
      <Logo name={t('meta.name')} label={t('common.home')} />
      <nav aria-label={t('header.nav')} className="flex items-center gap-1 desk:gap-2">
        <PreferencesMenu />
        {viewer === null ? <SignInLinks /> : <AccountMenu viewer={viewer} />}
      </nav>
    </header>
  );
}
