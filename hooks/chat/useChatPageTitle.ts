'use client';

import { useTranslations } from 'use-intl';
import { useDocumentTitle } from '../useDocumentTitle.ts';
import { useUnreadTitle } from './useUnreadTitle.ts';

/** Puts how many messages are unread into the title of the page that is all chat. */
export function useChatPageTitle(spaceName: string): void {
  const t = useTranslations('chat.room');
  const calm = t('pageTitle', { space: spaceName });
  useDocumentTitle(useUnreadTitle(calm), calm);
}
