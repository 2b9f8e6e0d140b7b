'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { useChatPlace } from '#hooks/chat/ChatPlace.ts';
import { messagePath } from '#hooks/chat/rooms/chatPath.ts';
import { copyText } from '#hooks/copyText.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import type { MessageActs } from './RoomContext.ts';
import { refusalKey } from './refusalKey.ts';

type Outside = Pick<MessageActs, 'reply' | 'edit' | 'showThread' | 'ask'>;

/** What can be done with the messages of a room; what is refused is told in words. */
export function useMessageActs(roomId: string, outside: Outside): MessageActs {
  const t = useTranslations('chat.message');
  const words = useTranslations('refusals');
  const chat = useChatStore();
  const toasts = useToasts();
  const place = useChatPlace();
  const { reply, edit, showThread, ask } = outside;
  return useMemo(() => {
    const tell = (title: string) => toasts.show({ key: 'chat-act', title });
    function attempt(doing: Promise<unknown>): void {
      doing.catch((error: unknown) => {
        toasts.show({ key: 'chat-act', title: t('failed'), detail: words(refusalKey(error)), tone: 'bad' });
      });
    }
    async function copy(text: string, done: string): Promise<void> {
      tell((await copyText(text)) ? done : t('notCopied'));
    }
    return {
      reply,
      edit,
      showThread,
      ask,
      react: (message: Message, emoji: string, isOn: boolean) => attempt(chat.react(message, emoji, isOn)),
      pin: (message: Message, isOn: boolean) => attempt(chat.pin(message, isOn)),
      copyWords: (message: Message) => void copy(message.content, t('copied')),
      copyLink: (message: Message) => {
        const href = messagePath(place.slug, roomId, message.id);
        void copy(new URL(href, window.location.href).href, t('linkCopied'));
      },
      jumpTo: (messageId: string) => attempt(chat.jumpTo(roomId, { messageId })),
    };
  }, [reply, edit, showThread, ask, chat, toasts, place, roomId, t, words]);
}
