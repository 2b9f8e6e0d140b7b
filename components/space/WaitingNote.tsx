'use client';

import { useTranslations } from 'use-intl';
import { useCall } from '#hooks/useSpace.ts';

/** For whoever is in the call of a chatroom before anybody else: that it has begun, and that one waits. */
export function WaitingNote() {
  const t = useTranslations('calls.room');
  const call = useCall();
  if (call.kind !== 'active' || call.roomId === null || call.participants.length > 0) return null;
  return (
    <p
      role="status"
      className="mx-auto mt-2 w-fit max-w-full rounded-full bg-raised px-3 py-1.5 text-center text-12 text-ink-soft shadow-1"
    >
      {t('alone')}
    </p>
  );
}
