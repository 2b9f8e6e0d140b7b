'use client';

import { useTranslations } from 'use-intl';
import { useReadBy, useSelfId, useTimeline, useTyping } from '#hooks/chat/useChat.ts';
import { useRoomTalk } from '../RoomContext.ts';
import { seenMessage } from './news.ts';

/** Who writes just now, and in rooms of two whether my last word was seen. Its line is always there: nothing jumps. */
export function BelowMessages() {
  const t = useTranslations('chat.timeline');
  const { room } = useRoomTalk();
  const writers = useTyping(room.id);
  const isSeen = useIsSeen();
  const [first, second] = writers;
  return (
    <div className="flex min-h-6 items-center justify-between gap-3 px-4 text-12 text-ink-soft">
      <p role="status" className="flex min-w-0 items-center gap-2">
        {first !== undefined && (
          <>
            <span aria-hidden="true" className="inline-flex animate-breathe gap-0.5">
              <i className="size-1.5 rounded-full bg-ink-soft" />
              <i className="size-1.5 rounded-full bg-ink-soft" />
              <i className="size-1.5 rounded-full bg-ink-soft" />
            </span>
            <span className="truncate">
              {t('writing', { count: writers.length, first: first.name, second: second?.name ?? '' })}
            </span>
          </>
        )}
      </p>
      {isSeen && <span className="flex-none">{t('seen')}</span>}
    </div>
  );
}

function useIsSeen(): boolean {
  const { room } = useRoomTalk();
  const selfId = useSelfId();
  const readBy = useReadBy(room.id);
  const timeline = useTimeline(room.id);
  const otherId = room.other?.id;
  if (room.kind !== 'direct' || otherId === undefined || timeline?.isAtEnd !== true) return false;
  return seenMessage(timeline.messages, selfId, readBy?.get(otherId) ?? 0) !== null;
}
