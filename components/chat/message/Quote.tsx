'use client';

import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { usePerson, useSelfId, useTimeline } from '#hooks/chat/useChat.ts';
import { plainText } from '#lib/client/chat/markdown.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { useRoomTalk } from '../RoomContext.ts';

/** Length of a quote in characters; what does not fit in one line is cut by the page. */
const quoteMost = 140;

/** The message that another one answers, in one line; a press leads to it. */
export function Quote({ messageId }: { messageId: string }) {
  const t = useTranslations('chat.message');
  const { room, acts } = useRoomTalk();
  const timeline = useTimeline(room.id);
  const quoted =
    timeline?.messages.find(({ id }) => id === messageId) ?? timeline?.quoted.get(messageId) ?? null;
  const author = usePerson(quoted?.userId ?? null);
  const isMine = useSelfId() === quoted?.userId && quoted !== null;
  const name = isMine ? t('you') : (author?.name ?? t('somebody'));
  const words = useQuoteWords()(quoted);
  return (
    <button
      type="button"
      aria-label={t('showQuoted', { name, words })}
      onClick={() => acts.jumpTo(messageId)}
      className="mb-0.5 flex min-h-7 w-full min-w-0 items-center gap-1.5 rounded-sm text-start text-12 text-ink-soft hover:text-ink"
    >
      <Icon name="reply" size={15} className="-scale-y-100 rtl:-scale-x-100" />
      <bdi className="flex-none font-name">{name}</bdi>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {words}
      </span>
    </button>
  );
}

/** What is said of a message in one line. */
export function useQuoteWords(): (message: Message | null) => string {
  const t = useTranslations('chat.message');
  return (message) => {
    if (message === null) return t('quoteMissing');
    if (message.deletedAt !== null) return t('deleted');
    const words = plainText(message.content).slice(0, quoteMost);
    if (words !== '') return words;
    if (message.type === 'voice') return t('aVoice');
    return message.type === 'image' ? t('anImage') : (message.file?.name ?? t('aFile'));
  };
}
