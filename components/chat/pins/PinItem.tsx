'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Button } from '#components/ui/Button.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useMoment } from '#hooks/places/useMoment.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import { plainText } from '#lib/client/chat/markdown.ts';
import { castFor } from '#lib/domain/cast.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';

interface PinItemProps {
  message: Message;
  author: PersonView | null;
  mayUnpin: boolean;
  onShow: () => void;
  /** The pins are others now. */
  onUnpinned: () => void;
}

/** One pinned message, with the way to its place. */
export function PinItem({ message, author, mayUnpin, onShow, onUnpinned }: PinItemProps) {
  const t = useTranslations('chatPins');
  const moment = useMoment();
  const name = author?.name ?? t('somebody');
  const unpin = useUnpin(message, onUnpinned);
  return (
    <li className="flex gap-3 border-t border-line py-3 first:border-0">
      <Avatar cast={author?.cast ?? castFor(message.userId)} size={32} />
      <div className="min-w-0 flex-1">
        <p className="text-14">
          <b className="font-name wrap-anywhere">{name}</b>{' '}
          <span className="text-12 text-ink-soft tabular-nums">{moment(message.at)}</span>
        </p>
        <p dir="auto" className="mt-0.5 line-clamp-4 text-14 wrap-anywhere">
          {plainText(message.content)}
        </p>
        {message.file !== null && message.type !== 'voice' && (
          <p className="truncate text-13 text-ink-soft">{message.file.name}</p>
        )}
        <Button size="small" tone="ghost" className="-ms-3" onClick={onShow}>
          {t('show')}
        </Button>
      </div>
      {mayUnpin && (
        <IconButton
          icon="close"
          label={t('unpinMessage', { name })}
          tone="soft"
          iconSize={18}
          tooltipSide="left"
          aria-busy={unpin.isPending}
          onClick={() => void unpin.run()}
        />
      )}
    </li>
  );
}

/** Takes a message down; the news of it can put it up again. */
function useUnpin({ id, roomId }: Message, onDone: () => void) {
  const t = useTranslations('chatPins');
  const api = useApi();
  const toasts = useToasts();
  const params = { chatroom: roomId, message: id };
  const again = useToldAction('pin', async () => {
    await api.call(chatRoutes.pinMessage, { params });
    onDone();
  });
  return useToldAction('pin', async () => {
    await api.call(chatRoutes.unpinMessage, { params });
    onDone();
    toasts.show({
      key: 'pin',
      title: t('unpinned'),
      action: { label: t('undo'), run: () => void again.run() },
    });
  });
}
