'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { withReturnTo } from '#hooks/returnTo.ts';

/** Tells a guest what an account would add. */
export function GuestNotice() {
  const t = useTranslations('spaces');
  return (
    <Notice
      tone="lagoon"
      icon="person"
      title={t('guestTitle')}
      className="mt-7"
      action={
        <>
          <Link href={withReturnTo('/sign-up', '/spaces')} className={buttonClass('primary', 'small')}>
            {t('signUp')}
          </Link>
          <Link href={withReturnTo('/sign-in', '/spaces')} className={buttonClass('ghost', 'small')}>
            {t('signIn')}
          </Link>
        </>
      }
    >
      <p>{t('guest')}</p>
    </Notice>
  );
}
