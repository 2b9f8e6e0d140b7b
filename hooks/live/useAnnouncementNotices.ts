'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useVisit } from '../SpaceContext.ts';
import { showDesktopNotice } from './desktopNotice.ts';
import { useSpaceName } from './useSpaceFacts.ts';

/** Brings announcements to whoever looks at another page, if they prefer so. */
export function useAnnouncementNotices(): void {
  const t = useTranslations('notices');
  const { session, personal } = useVisit();
  const space = useSpaceName();
  useEffect(
    () =>
      session.on('/space', 'announcement', ({ id, text, by }) => {
        if (personal.store.getState().profile?.preferences.notifications.desktop !== true) return;
        const title = t('announcementIn', { space });
        showDesktopNotice({ tag: `announcement-${id}`, title, body: `${by.name}: ${text}` });
      }),
    [session, personal, space, t],
  );
}
