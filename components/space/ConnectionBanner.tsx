'use client';

import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { useIsServerRestarting } from '#hooks/useServerRestart.ts';
import { useConnection, useIsOnline } from '#hooks/useSpace.ts';

/** Says that the connection is away, and that it is being mended. Nothing while all is well. */
export function ConnectionBanner() {
  const t = useTranslations('connection');
  const connection = useConnection();
  const isOnline = useIsOnline();
  const isRestarting = useIsServerRestarting();
  const words = connection.kind === 'reconnecting' ? title() : '';
  return (
    <>
      {/* Only what happened is read out; the attempts are counted for the eye. It is there before it has to speak. */}
      <p role="status" className="sr-only">
        {words}
      </p>
      {connection.kind === 'reconnecting' && (
        <div className="pointer-events-auto flex max-w-full animate-rise items-center gap-3 rounded-md bg-raised py-2.5 ps-3.5 pe-4.5 text-14 shadow-3">
          <Icon
            name={isOnline ? 'refresh' : 'offline'}
            size={21}
            className={isOnline ? 'animate-spin text-bad-text [animation-duration:2s]' : 'text-bad-text'}
          />
          <span>
            <b aria-hidden="true" className="block leading-snug">
              {words}
            </b>
            <span className="text-12 leading-snug text-ink-soft tabular-nums">
              {isOnline ? t('attempt', { count: connection.attempt }) : t('offlineDetail')}
            </span>
          </span>
        </div>
      )}
    </>
  );
  function title(): string {
    if (!isOnline) return t('offline');
    return isRestarting ? t('restarting') : t('reconnecting');
  }
}
