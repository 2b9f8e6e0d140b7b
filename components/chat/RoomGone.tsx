'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';

/** A room that was deleted, or that is not mine to read any more. */
export function RoomGone({ onBack }: { onBack?: (() => void) | undefined }) {
  const t = useTranslations('chat.room');
  return (
    <div role="status" className="grid flex-1 content-center justify-items-center gap-3 px-6 text-center">
      <p className="text-18 font-title tracking-title">{t('goneTitle')}</p>
      <p className="max-w-80 text-14 text-pretty text-ink-soft">{t('gone')}</p>
      {onBack && <Button onClick={onBack}>{t('toRooms')}</Button>}
    </div>
  );
}
