'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { withReturnTo } from '#hooks/returnTo.ts';
import { useViewer } from '#hooks/useViewer.ts';

/** Where somebody goes who is not let in: to their own spaces, or to sign in as somebody who is. */
export function DoorLinks() {
  const t = useTranslations('doorStates');
  const viewer = useViewer();
  const pathname = usePathname();
  const mayBeAnother = viewer === null || viewer.isGuest;
  return (
    <>
      {mayBeAnother && (
        <Link href={withReturnTo('/sign-in', pathname)} className={buttonClass('primary')}>
          {t('signIn')}
        </Link>
      )}
      {viewer === null ? (
        <Link href="/" className={buttonClass('line')}>
          {t('home')}
        </Link>
      ) : (
        <Link href="/spaces" className={buttonClass('line')}>
          {t('mySpaces')}
        </Link>
      )}
    </>
  );
}
