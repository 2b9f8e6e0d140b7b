'use client';

import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';

/** Calm grey places where the plots will be, as high as they are. */
export function FiguresSkeleton() {
  const t = useTranslations('ui');
  return (
    <div role="status" className="grid gap-5">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-11 w-full rounded-md" />
      <div className="grid grid-cols-2 gap-3 desk:grid-cols-4">
        {['messages', 'people', 'daily', 'hour'].map((key) => (
          <Skeleton key={key} className="h-20.5 rounded-lg" />
        ))}
      </div>
      <Card>
        <Skeleton className="h-60 rounded-md" />
      </Card>
    </div>
  );
}
