'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Card } from '#components/ui/Card.tsx';
import type { Column } from '#components/ui/DataTable.tsx';
import { daysUntil, withQuietDays } from '#hooks/chat/plots.ts';
import type { Figures } from '#lib/protocol/chat/views.ts';
import { BarChart } from './BarChart.tsx';
import { PlotTable } from './PlotTable.tsx';
import { RankChart } from './RankChart.tsx';

interface PerDayProps {
  figures: Figures;
  days: number;
  timeZone: string;
}

/** Messages by day. */
export function PerDayCard({ figures, days, timeZone }: PerDayProps) {
  const t = useTranslations('chatFigures');
  const format = useFormatter();
  const rows = withQuietDays(figures.perDay, daysUntil(figures.to, days, timeZone));
  const at = (index: number) => rows[index] ?? { day: '1970-01-01', messages: 0, people: 0 };
  // A day is a date without a time, so it is written in the zone in which it was read.
  const dateOf = (day: string, month: 'short' | 'long') =>
    format.dateTime(new Date(`${day}T12:00:00.000Z`), { day: 'numeric', month, timeZone: 'UTC' });
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'day', header: t('day'), cell: ({ day }) => dateOf(day, 'long') },
    { key: 'messages', header: t('messages'), align: 'end', cell: ({ messages }) => format.number(messages) },
    { key: 'people', header: t('people'), align: 'end', cell: ({ people }) => format.number(people) },
  ];
  return (
    <Card title={t('perDay')}>
      <BarChart
        values={rows.map(({ messages }) => messages)}
        labelOf={(index) => dateOf(at(index).day, 'short')}
        titleOf={(index) => t('barOfDay', { day: dateOf(at(index).day, 'long'), count: at(index).messages })}
      />
      <PlotTable caption={t('perDay')} columns={columns} rows={rows} rowKey={({ day }) => day} />
    </Card>
  );
}

/** Messages by hour of the day, all days together. */
export function PerHourCard({ perHour }: { perHour: readonly number[] }) {
  const t = useTranslations('chatFigures');
  const format = useFormatter();
  const rows = perHour.map((messages, hour) => ({ hour, messages }));
  const hourWords = (hour: number) =>
    format.dateTime(new Date(Date.UTC(2026, 0, 1, hour)), { hour: 'numeric', timeZone: 'UTC' });
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'hour', header: t('hour'), cell: ({ hour }) => hourWords(hour) },
    { key: 'messages', header: t('messages'), align: 'end', cell: ({ messages }) => format.number(messages) },
  ];
  return (
    <Card title={t('perHour')} lead={t('perHourLead')}>
      <BarChart
        values={perHour}
        labelOf={(index) => hourWords(index)}
        titleOf={(index) => t('barOfHour', { hour: hourWords(index), count: perHour[index] ?? 0 })}
      />
      <PlotTable
        caption={t('perHour')}
        columns={columns}
        rows={rows}
        rowKey={({ hour }) => hour.toString()}
      />
    </Card>
  );
}

/** Where and by whom most was written. */
export function RankCards({ figures }: { figures: Figures }) {
  const t = useTranslations('chatFigures');
  const rooms = figures.rooms.map(({ id, name, messages, people: writers }) => ({
    id,
    name: name === '' ? t('closedRoom') : name,
    value: messages,
    words: t('roomRank', { messages, people: writers }),
  }));
  const people = figures.people.map(({ person, messages }) => ({
    id: person.id,
    name: person.name,
    value: messages,
    picture: <Avatar cast={person.cast} size={36} />,
  }));
  return (
    <div className="grid items-start gap-5 desk:grid-cols-2">
      <Card title={t('rooms')}>
        <RankChart label={t('rooms')} items={rooms} />
      </Card>
      <Card title={t('activePeople')}>
        <RankChart label={t('activePeople')} items={people} />
      </Card>
    </div>
  );
}
