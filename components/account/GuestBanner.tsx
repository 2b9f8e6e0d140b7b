'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { withReturnTo } from '#hooks/returnTo.ts';

/** Tells a guest how to stay who they are. */
export function GuestBanner() {
  const t = useTranslations('account');
  const pathname = usePathname();
  return (
    <Notice
      tone="lagoon"
      icon="key"
      title={t('guestTitle')}
      action={
        <Link href={withReturnTo('/sign-up', pathname)} className={buttonClass('primary', 'small')}>
          {t('guestKeep')}
        </Link>
      }
    >
      {t('guest')}
    </Notice>
  );
}
