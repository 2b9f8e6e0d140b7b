'use client';

import { useFormatter, useNow, useTimeZone, useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { useRoomTalk } from '../RoomContext.ts';
import { dayOf } from './rows.ts';
import { useRoomName } from './useRoomName.ts';

/** Where a new day begins. */
export function DayLine({ at }: { at: string }) {
  const words = useDayWords()(at);
  return (
    <div className="flex items-center gap-3 px-4 pt-4 pb-1 text-12 font-medium text-ink-soft">
      <span aria-hidden="true" className="h-px flex-1 bg-line" />
      <h3 className="font-medium">{words}</h3>
      <span aria-hidden="true" className="h-px flex-1 bg-line" />
    </div>
  );
}

/** A day in words: today and yesterday by their names. */
function useDayWords(): (at: string) => string {
  const t = useTranslations('chat.timeline');
  const format = useFormatter();
  const timeZone = useTimeZone() ?? 'UTC';
  const now = useNow();
  return (at) => {
    const day = dayOf(Date.parse(at), timeZone);
    if (day === dayOf(now.getTime(), timeZone)) return t('today');
    if (day === dayOf(now.getTime() - 86_400_000, timeZone)) return t('yesterday');
    const isThisYear = day.slice(0, 4) === dayOf(now.getTime(), timeZone).slice(0, 4);
    return format.dateTime(new Date(at), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(!isThisYear && { year: 'numeric' }),
    });
  };
}

/** What follows was written since I last looked. */
export function NewLine() {
  const t = useTranslations('chat.timeline');
  return (
    <div className="flex items-center gap-3 px-4 py-1 text-12 font-strong text-lagoon-text">
      <span aria-hidden="true" className="h-px flex-1 bg-lagoon" />
      <h3 className="font-strong">{t('new')}</h3>
    </div>
  );
}

/** What stands above the first message of a room. */
export function BeginningLine() {
  const t = useTranslations('chat.timeline');
  const { room } = useRoomTalk();
  const name = useRoomName()(room);
  return (
    <div className="px-4 pt-8 pb-3">
      {room.other === null ? (
        <span className="mb-3 inline-grid size-13 place-items-center rounded-full bg-sunken text-ink-soft">
          <Icon name={room.isPrivate ? 'lock' : 'hash'} size={24} />
        </span>
      ) : (
        <Avatar cast={room.other.cast} size={40} className="mb-3" />
      )}
      <p className="text-18 leading-snug font-title tracking-title">{name}</p>
      <p className="mt-0.5 text-14 text-pretty text-ink-soft">
        {t('beginning', { kind: room.kind, privacy: room.isPrivate ? 'closed' : 'open', name })}
      </p>
    </div>
  );
}
