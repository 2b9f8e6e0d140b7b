'use client';

import { useTranslations } from 'use-intl';
import { Bars } from '#components/ui/Bars.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import type { TileView } from '#hooks/tileView.ts';

/** Name and microphone of a tile. Speaking shows as bars and is said in words. */
export function TileLabel({ tile }: { tile: TileView }) {
  const t = useTranslations();
  return (
    <figcaption>
      <span className="absolute start-1.5 bottom-1.5 inline-flex h-5 max-w-[calc(100%-40px)] items-center gap-1.5 rounded-full bg-tile-label px-2 text-11 font-name text-on-tile">
        {tile.isSpeaking && (
          <span className="flex text-near">
            <Bars />
          </span>
        )}
        <span className="truncate">{nameOf()}</span>
        {tile.isSpeaking && <span className="sr-only"> {t('tiles.speaking')}</span>}
      </span>
      {tile.isMuted && (
        <span className="absolute end-1.5 bottom-1.5 grid size-5 place-items-center rounded-full bg-tile-label text-on-tile">
          <Icon name="micOff" size={13} />
          <span className="sr-only">{t('tiles.muted')}</span>
        </span>
      )}
    </figcaption>
  );
  function nameOf(): string {
    if (tile.isSelf) return t('common.you');
    return tile.isResident ? t('tiles.residentName', { name: tile.name }) : tile.name;
  }
}
