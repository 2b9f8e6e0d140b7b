'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { playArrivalChime } from '#lib/client/space/chime.ts';
import { newcomers } from '../newcomers.ts';
import { useVisit } from '../SpaceContext.ts';
import { showDesktopNotice } from './desktopNotice.ts';

/** Lets me know that somebody walked up: by a soft chime, and by the browser while I look elsewhere, as I prefer. */
export function useArrivalNotices(): void {
  const t = useTranslations('notices');
  const { calls, personal } = useVisit();
  useEffect(
    () =>
      calls.store.subscribe(({ call }, before) => {
        // The resident is a program that stands where it stands.
        const arrived = newcomers(before.call, call).filter((person) => !person.isResident);
        const preferences = personal.store.getState().profile?.preferences.notifications;
        if (arrived.length === 0 || preferences === undefined) return;
        if (preferences.sounds) void chime();
        if (!preferences.desktop) return;
        for (const { userId, username } of arrived)
          showDesktopNotice({ tag: `arrival-${userId}`, title: t('arrived', { name: username }) });
      }),
    [calls, personal, t],
  );
}

/** A chime that cannot be played is not missed enough to tell anybody. */
async function chime(): Promise<void> {
  try {
    await playArrivalChime();
  } catch (error) {
    console.warn('the chime was not played', error);
  }
}
