'use client';

import { useTranslations } from 'use-intl';
import { useUnreadTotals } from './useChat.ts';

/** A page's title with the number of unread messages in front of it, when there are any. */
export function useUnreadTitle(title: string): string {
  const t = useTranslations('chat.room');
  const { unread } = useUnreadTotals();
  return unread === 0 ? title : t('titleUnread', { count: unread, title });
}
