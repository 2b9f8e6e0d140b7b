'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useVisit } from './SpaceContext.ts';
import type { Toasts } from './toasts.ts';

/** Tells when a device went away and what took its place, with the way to another choice. */
export function useDeviceNews(toasts: Toasts, onChange: () => void): void {
  const t = useTranslations('devices');
  const { devices } = useVisit();
  useEffect(
    () =>
      devices.store.subscribe(({ notice }, before) => {
        if (notice === null || notice.id === before.notice?.id) return;
        toasts.show({
          key: `device-${notice.kind}`,
          title: t('unplugged', { device: notice.lost }),
          detail:
            notice.replacedBy === null
              ? t('unpluggedNone')
              : t('unpluggedNow', { device: notice.replacedBy }),
          tone: notice.replacedBy === null ? 'bad' : 'plain',
          action: { label: t('useOld'), run: onChange },
        });
        devices.dismissNotice();
      }),
    [devices, onChange, t, toasts],
  );
}
