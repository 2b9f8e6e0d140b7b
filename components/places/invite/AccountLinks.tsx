'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { withReturnTo } from '#hooks/returnTo.ts';

interface AccountLinksProps {
  /** Where to come back to. */
  returnTo: string;
  /** Whether there is no other way on. */
  isMain?: boolean;
}

/** To sign in or to make an account, and back here. */
export function AccountLinks({ returnTo, isMain = false }: AccountLinksProps) {
  const t = useTranslations('invitation');
  return (
    <div className="grid gap-2 desk:grid-cols-2">
      <Link
        href={withReturnTo('/sign-in', returnTo)}
        className={buttonClass(isMain ? 'primary' : 'line', isMain ? 'large' : 'normal')}
      >
        {t('signIn')}
      </Link>
      <Link
        href={withReturnTo('/sign-up', returnTo)}
        className={buttonClass('line', isMain ? 'large' : 'normal')}
      >
        {t('signUp')}
      </Link>
    </div>
  );
}
