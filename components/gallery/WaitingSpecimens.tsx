'use client';

import { useTranslations } from 'use-intl';
import { LevelMeter } from '#components/ui/LevelMeter.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { Specimen, Specimens } from './Specimens.tsx';

/** What is shown while something is under way. */
export function WaitingSpecimens() {
  const t = useTranslations('gallery.words');
  return (
    <Specimens name="waiting">
      <Specimen name="Skeleton">
        <Skeleton className="h-24 w-full" />
      </Specimen>
      <Specimen name="SkeletonRows">
        <SkeletonRows count={3} hasFaces />
      </Specimen>
      <Specimen name="Spinner" className="flex items-center gap-4">
        <Spinner />
        <Spinner size={32} />
        <span className="inline-flex items-center gap-2 text-ink-soft">
          <Spinner size={18} label={null} />
          {t('saving')}
        </span>
      </Specimen>
      <Specimen name="Progress" className="grid gap-4">
        <Progress label={t('progress')} share={0.4} />
        <Progress label={t('progress')} share={null} />
      </Specimen>
      <Specimen name="LevelMeter" className="flex">
        <LevelMeter label={t('microphone')} share={0.6} />
      </Specimen>
    </Specimens>
  );
}
