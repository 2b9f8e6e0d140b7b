'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { busiest } from '#hooks/chat/plots.ts';
import type { Figures } from '#lib/protocol/chat/views.ts';

/** The few numbers that say most. */
export function FigureTiles({ figures, days }: { figures: Figures; days: number }) {
  const t = useTranslations('chatFigures');
  const format = useFormatter();
  const hour = busiest(figures.perHour);
  const hourWords =
    hour === null
      ? t('none')
      : format.dateTime(new Date(Date.UTC(2026, 0, 1, hour)), { hour: 'numeric', timeZone: 'UTC' });
  const tiles = [
    { key: 'messages', label: t('messages'), value: format.number(figures.messages) },
    { key: 'people', label: t('people'), value: format.number(figures.activePeople) },
    {
      key: 'daily',
      label: t('daily'),
      value: format.number(figures.messages / days, { maximumFractionDigits: 1 }),
    },
    { key: 'hour', label: t('busiestHour'), value: hourWords },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 desk:grid-cols-4">
      {tiles.map(({ key, label, value }) => (
        <div key={key} className="rounded-lg bg-raised px-5 py-4 shadow-1 inset-ring inset-ring-line">
          <dt className="text-13 text-ink-soft">{label}</dt>
          <dd className="mt-1 text-22 font-title tracking-title tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
