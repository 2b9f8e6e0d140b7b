'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';

interface AccountErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** In place of a part of the account that threw; the other parts stay within reach. */
export default function AccountError({ error, reset }: AccountErrorProps) {
  const t = useTranslations('errors');
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div role="alert">
      <EmptyState
        icon="warning"
        title={t('title')}
        action={
          <Button tone="primary" onClick={reset}>
            {t('retry')}
          </Button>
        }
      >
        <p>{t('text')}</p>
        {error.digest !== undefined && (
          <p className="mt-2 text-13 tabular-nums">{t('reference', { digest: error.digest })}</p>
        )}
      </EmptyState>
    </div>
  );
}
