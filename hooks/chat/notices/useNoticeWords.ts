'use client';

import { useTranslations } from 'use-intl';
import type { Notice } from '#lib/protocol/chat/views.ts';

/** Says what a notice is about: who did what, and where. */
export function useNoticeWords(): (notice: Pick<Notice, 'kind' | 'from' | 'roomName'>) => string {
  const t = useTranslations('chatNotices');
  return ({ kind, from: { name }, roomName }) => {
    // A direct room has no name: whatever is said in it was said to me.
    if (kind === 'direct' || roomName === '') return t('direct', { name });
    return t(kind, { name, room: roomName });
  };
}
