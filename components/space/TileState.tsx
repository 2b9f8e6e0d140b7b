'use client';

import { useTranslations } from 'use-intl';

/** Lies over a picture that is not there yet, or not there at the moment. */
export function TileState({ connection }: { connection: 'connecting' | 'reconnecting' }) {
  const t = useTranslations('tiles');
  return (
    <div className="absolute inset-0 grid place-items-center bg-scrim">
      <span
        role="status"
        className="animate-breathe rounded-full bg-tile-label px-2.5 py-1 text-11 font-name text-on-tile"
      >
        {t(connection)}
      </span>
    </div>
  );
}
