'use client';

import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { SegmentedChoice } from '#components/ui/SegmentedChoice.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { type FigureRange, figureRanges, useFigures } from '#hooks/chat/useFigures.ts';
import type { Figures } from '#lib/protocol/chat/views.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { FigureTiles } from './FigureTiles.tsx';
import { PerDayCard, PerHourCard, RankCards } from './PlotCards.tsx';

interface ActivitySettingsProps {
  space: SpaceView;
  first: Figures;
  firstRange: FigureRange;
}

/** How much is written in a space: when, where and by whom. */
export function ActivitySettings({ space, first, firstRange }: ActivitySettingsProps) {
  const t = useTranslations('chatFigures');
  const view = useFigures(space.id, first, firstRange);
  const { figures, shown, wanted, isPending, error, timeZone } = view;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-14 text-ink-soft">{t('lead')}</p>
        <div className="flex items-center gap-3">
          {isPending && <Spinner size={18} className="text-ink-soft" />}
          <SegmentedChoice
            label={t('range')}
            value={`${wanted}`}
            choices={figureRanges.map((days) => ({ value: `${days}`, label: t('days', { days }) }))}
            onChange={(next) => view.choose(figureRanges.find((days) => `${days}` === next) ?? wanted)}
          />
        </div>
      </div>
      <FormProblem error={error} />
      <div
        aria-busy={isPending}
        className={cx('grid gap-5 transition-opacity duration-120', isPending && 'opacity-60')}
      >
        {figures.messages === 0 ? (
          <EmptyState icon="chart" title={t('empty')}>
            <p>{t('emptyText')}</p>
          </EmptyState>
        ) : (
          <>
            <FigureTiles figures={figures} days={shown} />
            <PerDayCard figures={figures} days={shown} timeZone={timeZone} />
            <PerHourCard perHour={figures.perHour} />
            <RankCards figures={figures} />
          </>
        )}
      </div>
    </div>
  );
}
