'use client';

import { use, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { showDesktopNotice } from '#hooks/live/desktopNotice.ts';
import { VisitContext } from '#hooks/SpaceContext.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { ApiClient } from '#lib/client/rest/createApiClient.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import type { Notice } from '#lib/protocol/chat/views.ts';
import { meRoutes } from '#lib/protocol/rest/me.ts';
import { useChatStore } from '../ChatContext.ts';
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

/** Whether I want the browser's own notices: the visit knows it; on the full page it is asked for once. */
function useDesktopWish(): () => boolean {
  const visit = use(VisitContext);
  const api = useApi();
  const wish = useRef(false);
  useEffect(() => {
    if (visit !== null) return;
    void readWish(api).then((isWanted) => {
      wish.current = isWanted;
    });
  }, [api, visit]);
  return () =>
    visit === null
      ? wish.current
      : visit.personal.store.getState().profile?.preferences.notifications.desktop === true;
}

/** Without an answer nothing is shown: a notice that is not wanted is worse than one that is missed. */
async function readWish(api: ApiClient): Promise<boolean> {
  try {
    return (await api.call(meRoutes.getMe)).reply.user.preferences.notifications.desktop;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    console.warn('own preferences were not loaded', error);
    return false;
  }
}
