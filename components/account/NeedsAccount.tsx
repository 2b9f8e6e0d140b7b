'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { withReturnTo } from '#hooks/returnTo.ts';

/** In place of a part that only accounts have. */
export function NeedsAccount({ path }: { path: string }) {
  const t = useTranslations('account');
  return (
    <EmptyState
      icon="key"
      title={t('needsTitle')}
      action={
        <Link href={withReturnTo('/sign-up', path)} className={buttonClass('primary')}>
          {t('guestKeep')}
        </Link>
      }
    >
      {t('needs')}
    </EmptyState>
  );
}
