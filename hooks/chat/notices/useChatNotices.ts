'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { showDesktopNotice } from '#hooks/live/desktopNotice.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { Notice } from '#lib/protocol/chat/views.ts';
import { useChatStore } from '../ChatContext.ts';
import { useChatPersonal } from '../ChatPersonal.ts';
import { isWorthTelling } from './noticeList.ts';
import { useNoticeWords } from './useNoticeWords.ts';

/**
 * Tells of messages for me while I look elsewhere: in words on the page, and by the browser while the page is in the
 * background, where I prefer so. Without a sound. `onShow` brings the message into view.
 */
export function useChatNotices(onShow: (roomId: string, messageId: string) => void): void {
  const t = useTranslations('chatNotices');
  const titleOf = useNoticeWords();
  const chat = useChatStore();
  const toasts = useToasts();
  const isWanted = useDesktopWish();
  const tell = useRef<(notice: Notice) => void>(() => undefined);
  useEffect(() => {
    tell.current = (notice) => {
      const isVisible = document.visibilityState === 'visible';
      if (!isWorthTelling(notice, { openRoomId: chat.getState().openRoomId, isVisible })) return;
      const { roomId, messageId, from, excerpt } = notice;
      const title = titleOf(notice);
      const detail = excerpt === '' ? t('noWords') : excerpt;
      const run = () => onShow(roomId, messageId);
      const key = `chat-${roomId}`;
      toasts.show({ key, cast: from.cast, title, detail, action: { label: t('show'), run } });
      if (isWanted()) showDesktopNotice({ tag: key, title, body: detail, onOpen: run });
    };
  });
  useEffect(() => chat.onNotice((notice) => tell.current(notice)), [chat]);
}

/** Whether I want the browser's own notices. Until it is known, none: an unwanted one is worse than one that is missed. */
function useDesktopWish(): () => boolean {
  const personal = useChatPersonal();
  return () => personal?.store.getState().profile?.preferences.notifications.desktop === true;
}
