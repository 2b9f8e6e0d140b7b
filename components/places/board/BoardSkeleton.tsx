'use client';

import { useTranslations } from 'use-intl';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { gridClass } from './SpaceGrid.tsx';

/** The dashboard while it loads: the same shapes at the same places. */
export function BoardSkeleton() {
  const t = useTranslations('spaces');
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-9 w-56 desk:h-11" />
      <Skeleton className="mt-3 h-5 w-72 max-w-full" />
      <Skeleton className="mt-8 h-11 w-72 max-w-full" />
      <div className={gridClass}>
        {['first', 'second', 'third'].map((card) => (
          <div key={card} className="overflow-hidden rounded-lg bg-raised shadow-2">
            <Skeleton className="aspect-[2/1] rounded-none" />
            <div className="grid gap-4 p-5">
              <Skeleton className="h-5 w-1/2" />
              <Skeleton className="h-4 w-2/3" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
