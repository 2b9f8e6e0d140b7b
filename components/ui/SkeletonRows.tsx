'use client';

import { useTranslations } from 'use-intl';
import { Skeleton } from './Skeleton.tsx';

interface SkeletonRowsProps {
  count?: number;
  /** Whether a face stands at the start of each row. */
  hasFaces?: boolean;
}

/** Calm grey rows where a list will be, as high as its rows. */
export function SkeletonRows({ count = 4, hasFaces = false }: SkeletonRowsProps) {
  const t = useTranslations('ui');
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={index} className="flex min-h-14 items-center gap-3 border-t border-line first:border-0">
          {hasFaces && <Skeleton className="size-9 flex-none rounded-full" />}
          <div className="grid flex-1 gap-1.5">
            <Skeleton className="h-3.5 w-2/5 rounded-sm" />
            <Skeleton className="h-3 w-1/4 rounded-sm" />
          </div>
          <Skeleton className="h-8 w-16 flex-none" />
        </div>
      ))}
    </div>
  );
}
