'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { AvatarStack } from '#components/ui/AvatarStack.tsx';
import { Button, buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import { useRoom } from '#hooks/chat/useChat.ts';
import { type RoomCall, useRoomCall } from '#hooks/chat/useRoomCall.ts';

/**
 * The call of a room, below the room's head: who is in it, and the way in and out. Members see it; people who stand
 * together have their call without asking.
 */
export function RoomCallBar({ roomId }: { roomId: string }) {
  const t = useTranslations('calls.room');
  const room = useRoom(roomId);
  const call = useRoomCall(roomId);
  if (room === null || room.role === null || room.kind === 'bubble') return null;
  const isGoingOn = call.people.length > 0 || call.isMine;
  return (
    <section
      aria-label={t('label')}
      data-testid="room-call"
      data-mine={call.isMine}
      className="border-b border-line px-3 py-1.5"
    >
      <div className="flex min-h-11 items-center gap-2.5">
        {isGoingOn && <AvatarStack people={call.people} size={24} />}
        <span role="status" className="min-w-0 flex-1 truncate text-13 text-ink-soft">
          {wordsOf(call)}
        </span>
        <CallButton call={call} isGoingOn={isGoingOn} />
      </div>
      {call.refusal !== null && (
        <p role="alert" className="pb-1.5 text-13 text-pretty text-bad-text">
          {t(`refusals.${call.refusal}`)}
        </p>
      )}
    </section>
  );

  function wordsOf({ isMine, people }: RoomCall): string {
    if (isMine) return t('mine');
    return people.length === 0 ? '' : t('count', { count: people.length });
  }
}

function CallButton({ call, isGoingOn }: { call: RoomCall; isGoingOn: boolean }) {
  const t = useTranslations('calls.room');
  if (call.isMine) {
    return (
      <Button tone="away" size="small" icon="away" disabled={call.isBusy} onClick={call.leave}>
        {t('leave')}
      </Button>
    );
  }
  const words = isGoingOn ? t('join') : t('start');
  const tone = isGoingOn ? 'primary' : 'plain';
  if (call.href !== null) {
    return (
      <Tooltip text={t('onMap')} side="bottom">
        <Link href={call.href} prefetch={false} className={buttonClass(tone, 'small')}>
          <Icon name="cam" size={19} />
          {words}
        </Link>
      </Tooltip>
    );
  }
  return (
    <Tooltip text={t('startHint')} side="bottom">
      <Button tone={tone} size="small" icon="cam" disabled={call.isBusy} onClick={call.join}>
        {words}
      </Button>
    </Tooltip>
  );
}
