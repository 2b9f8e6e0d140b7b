'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Icon } from '#components/ui/Icon.tsx';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import type { RoomCall } from '#hooks/chat/useRoomCall.ts';

/** A picture that gets its words where the room's head is wide enough for them. */
const startClass = cx(
  'inline-flex h-11 min-w-11 items-center justify-center gap-2 rounded-md text-13 font-strong text-ink-soft',
  'transition-[background-color] duration-120 select-none hover:bg-sunken hover:text-ink disabled:opacity-45 @2xl:px-3',
);

/** Begins the call of a room, from the room's head. Where no map is on the page, it leads there. */
export function StartCallButton({ call }: { call: RoomCall }) {
  const t = useTranslations('calls.room');
  const sign = (
    <>
      <Icon name="cam" size={21} />
      <span aria-hidden="true" className="hidden whitespace-nowrap @2xl:inline">
        {t('start')}
      </span>
    </>
  );
  return (
    <span data-testid="room-call" data-mine={false} className="flex-none">
      <Tooltip text={call.href === null ? t('startTip') : t('startTipOnMap')} side="bottom">
        {call.href === null ? (
          <button
            type="button"
            aria-label={t('start')}
            disabled={call.isBusy}
            onClick={call.join}
            className={startClass}
          >
            {sign}
          </button>
        ) : (
          <Link href={call.href} prefetch={false} aria-label={t('start')} className={startClass}>
            {sign}
          </Link>
        )}
      </Tooltip>
    </span>
  );
}
