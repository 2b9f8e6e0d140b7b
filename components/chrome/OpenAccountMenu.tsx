'use client';

import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Menu, MenuItem, MenuLine, MenuLink } from '#components/ui/Menu.tsx';
import { returnToOfPage, withReturnTo } from '#hooks/returnTo.ts';
import { useSignOut } from '#hooks/useSignOut.ts';
import type { Viewer } from '#hooks/viewer.ts';
import { AccountButton } from './AccountButton.tsx';
import { ForgetGuestDialog } from './ForgetGuestDialog.tsx';
import { WhoIsSignedIn } from './WhoIsSignedIn.tsx';

/** The menu behind my face. It is open when it comes, because it was asked for. */
export function OpenAccountMenu({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('header');
  const returnTo = returnToOfPage(usePathname());
  const leaving = useSignOut();
  const [isAsking, setAsking] = useState(false);
  const button = (
    <AccountButton cast={viewer.cast} name={viewer.name} label={t('menu', { name: viewer.name })} />
  );

  return (
    <>
      <Menu align="end" startsOpen trigger={button}>
        <WhoIsSignedIn viewer={viewer} />
        <MenuLine />
        <MenuLink icon="map" href="/spaces">
          {t('spaces')}
        </MenuLink>
        <MenuLink icon="person" href="/account/profile">
          {t('account')}
        </MenuLink>
        {viewer.isGuest && (
          <MenuLink icon="key" href={withReturnTo('/sign-up', returnTo)}>
            {t('keep')}
          </MenuLink>
        )}
        <MenuLine />
        <MenuItem icon="door" onSelect={signOut}>
          {t('signOut')}
        </MenuItem>
      </Menu>
      <ForgetGuestDialog name={viewer.name} open={isAsking} onOpenChange={setAsking} leaving={leaving} />
    </>
  );

  /** A guest cannot come back, so a guest is asked first. */
  function signOut(): void {
    if (viewer.isGuest) setAsking(true);
    else void leaving.run();
  }
}
