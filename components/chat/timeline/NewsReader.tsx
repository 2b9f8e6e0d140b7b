'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import type { RoomTimeline } from '#lib/client/chat/ChatState.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { useQuoteWords } from '../message/Quote.tsx';
import { newsFrom } from './news.ts';

/** How long news are gathered before they are said, in ms: a screen reader is not to stumble over itself. */
const gatherMs = 1_500;

/** What was said last: the words of one message, or how many there were. */
interface Said {
  readonly messageId: string | null;
  readonly words: string;
}

/** Says to screen readers what others write in the open room, several messages as a number. */
export function NewsReader({ timeline }: { timeline: RoomTimeline }) {
  const t = useTranslations('chat.timeline');
  const chat = useChatStore();
  const quoteWords = useQuoteWords();
  const readSeq = useRef(timeline.lastSeq);
  const latest = useRef({ timeline, say });
  const [said, setSaid] = useState<Said>({ messageId: null, words: '' });
  useEffect(() => {
    latest.current = { timeline, say };
  });

  function say(news: readonly Message[]): Said {
    const [only] = news;
    if (only === undefined || news.length > 1) {
      return { messageId: null, words: t('newsMany', { count: news.length }) };
    }
    const name = chat.getState().people.get(only.userId)?.name ?? '';
    return { messageId: only.id, words: t('newsOne', { name, words: quoteWords(only) }) };
  }

  const { lastSeq } = timeline;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  useEffect(() => {
    // What comes while some is gathered is said with it, so that even a lively talk is told of.
    if (lastSeq <= readSeq.current || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      const { timeline: now, say: sayNow } = latest.current;
      const news = newsFrom(now.messages, readSeq.current, chat.getState().selfId);
      readSeq.current = now.lastSeq;
      if (news.length > 0) setSaid(sayNow(news));
    }, gatherMs);
  }, [lastSeq, chat]);

  // What was deleted is not left here to be read again.
  const isGone = timeline.messages.some(({ id, deletedAt }) => id === said.messageId && deletedAt !== null);
  return (
    <p role="status" className="sr-only">
      {isGone ? '' : said.words}
    </p>
  );
}
