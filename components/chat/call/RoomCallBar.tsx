'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { AvatarStack } from '#components/ui/AvatarStack.tsx';
import { Button, buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import type { RoomCall } from '#hooks/chat/useRoomCall.ts';

/** The running call of a room, below the room's head: who is in it, and the way in and out; and why it did not begin. */
export function RoomCallBar({ call }: { call: RoomCall }) {
  const t = useTranslations('calls.room');
  if (!call.isGoingOn && call.refusal === null) return null;
  return (
    <div className="flex-none border-b border-line px-3 py-1.5">
      {call.isGoingOn && <GoingOn call={call} />}
      {call.refusal !== null && (
        <p role="alert" className="py-1.5 text-13 text-pretty text-bad-text">
          {t(`refusals.${call.refusal}`)}
        </p>
      )}
    </div>
  );
}

function GoingOn({ call }: { call: RoomCall }) {
  const t = useTranslations('calls.room');
  return (
    <section
      aria-label={t('label')}
      data-testid="room-call"
      data-mine={call.isMine}
      className="flex min-h-11 items-center gap-2.5"
    >
      <AvatarStack people={call.people} size={24} />
      <span role="status" className="min-w-0 flex-1 truncate text-13 text-ink-soft">
        {call.isMine ? t('mine') : t('count', { count: call.people.length })}
      </span>
      <InOrOut call={call} />
    </section>
  );
}

function InOrOut({ call }: { call: RoomCall }) {
  const t = useTranslations('calls.room');
  if (call.isMine) {
    return (
      <Button tone="away" size="small" icon="away" disabled={call.isBusy} onClick={call.leave}>
        {t('leave')}
      </Button>
    );
  }
  if (call.href !== null) {
    return (
      <Tooltip text={t('onMap')} side="bottom">
        <Link href={call.href} prefetch={false} className={buttonClass('primary', 'small')}>
          <Icon name="cam" size={19} />
          {t('join')}
        </Link>
      </Tooltip>
    );
  }
  return (
    <Tooltip text={t('startHint')} side="bottom">
      <Button tone="primary" size="small" icon="cam" disabled={call.isBusy} onClick={call.join}>
        {t('join')}
      </Button>
    </Tooltip>
  );
}
