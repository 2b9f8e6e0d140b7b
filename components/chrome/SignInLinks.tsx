'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { returnToOfPage, withReturnTo } from '#hooks/returnTo.ts';

/** The ways in, for whoever is not signed in. On a phone the second one stands on the page of the first. */
export function SignInLinks() {
  const t = useTranslations('header');
  const pathname = usePathname();
  const returnTo = returnToOfPage(pathname);
  return (
    <>
      {pathname !== '/sign-in' && (
        <Link href={withReturnTo('/sign-in', returnTo)} className={buttonClass('ghost')}>
          {t('signIn')}
        </Link>
      )}
      {pathname !== '/sign-up' && (
        <Link
          href={withReturnTo('/sign-up', returnTo)}
          className={buttonClass('line', 'normal', signUpClass)}
        >
          {t('signUp')}
        </Link>
      )}
    </>
  );
}

const signUpClass = 'max-desk:hidden';
