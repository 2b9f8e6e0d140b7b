'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { useRoomTalk } from '../RoomContext.ts';

/** Widths of the grey lines, like those of a talk. */
const widths = ['w-3/5', 'w-2/5', 'w-4/5', 'w-1/2', 'w-2/3'] as const;

/** Calm grey lines where messages will be. */
export function TimelineSkeleton() {
  const t = useTranslations('chat.timeline');
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col justify-end gap-5 overflow-hidden px-4 pb-4">
      <span className="sr-only">{t('loading')}</span>
      {widths.map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-9 flex-none rounded-full" />
          <div className="grid flex-1 gap-2 pt-1">
            <Skeleton className="h-3.5 w-28 rounded-sm" />
            <Skeleton className={`h-3.5 rounded-sm ${width}`} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** The messages could not be read. */
export function TimelineFailed() {
  const t = useTranslations('chat.timeline');
  const chat = useChatStore();
  const { room } = useRoomTalk();
  return (
    <div
      role="alert"
      className="grid min-h-0 flex-1 content-center justify-items-center gap-3 px-6 text-center"
    >
      <p className="text-16 font-title">{t('failedTitle')}</p>
      <p className="max-w-80 text-14 text-pretty text-ink-soft">{t('failed')}</p>
      <Button icon="refresh" onClick={() => chat.retryLoading(room.id)}>
        {t('retry')}
      </Button>
    </div>
  );
}
