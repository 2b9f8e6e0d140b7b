'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { PageMessage } from '#components/chrome/PageMessage.tsx';
import { Button } from '#components/ui/Button.tsx';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Shown instead of a page that threw. The digest finds the error in the server's log. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('errors');
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div className="wrap flex min-h-dvh flex-col">
      <PageHeader />
      <PageMessage
        title={t('title')}
        actions={
          <Button tone="primary" onClick={reset}>
            {t('retry')}
          </Button>
        }
      >
        <p>{t('text')}</p>
        {error.digest !== undefined && (
          <p className="mt-2 text-13 tabular-nums">{t('reference', { digest: error.digest })}</p>
        )}
      </PageMessage>
    </div>
  );
}
