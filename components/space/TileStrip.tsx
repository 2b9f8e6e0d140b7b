'use client';

import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import type { Screens } from '#hooks/call/useScreens.ts';
import type { TileView } from '#hooks/tileView.ts';
import { ScreenStage } from './screen/ScreenStage.tsx';
import { ScreenTile } from './screen/ScreenTile.tsx';
import { SharingNote } from './screen/SharingNote.tsx';
import { VideoTile } from './VideoTile.tsx';
import { WaitingNote } from './WaitingNote.tsx';

/** Most tiles that stand side by side on a phone before the row begins to scroll. */
const phoneRow = 3;

interface TileStripProps {
  tiles: readonly TileView[];
  screens: Screens;
}

/** The pictures of those in the call, shared screens first: one row at the top, which scrolls when there are many. Below it a large screen. */
export function TileStrip({ tiles, screens }: TileStripProps) {
  const t = useTranslations('tiles');
  if (tiles.length === 0) return null;
  const count = tiles.length + screens.small.length;
  const isCrowded = count > phoneRow;
  const hasResident = tiles.some((tile) => tile.isResident);
  return (
    <section
      aria-label={t('label')}
      className="pointer-events-none col-span-full row-start-2 min-w-0 desk:col-span-1 desk:col-start-2 desk:row-start-1 low:col-span-1 low:col-start-2 low:row-start-1"
    >
      <div className="no-scrollbar -m-2 flex snap-x gap-2.5 overflow-x-auto p-2 desk:justify-center-safe [&>*]:pointer-events-auto">
        {screens.small.map((screen) => (
          <ScreenTile
            key={`screen ${screen.sessionId}`}
            screen={screen}
            onEnlarge={() => screens.enlarge(screen.sessionId)}
            className="h-23 w-41 snap-start desk:h-26 desk:w-46 low:h-18 low:w-32"
          />
        ))}
        {tiles.map((tile) => (
          <VideoTile
            key={tile.sessionId}
            tile={tile}
            className={cx(
              'h-23 snap-start desk:h-26 desk:w-41 low:h-18 low:w-27',
              isCrowded ? 'w-30' : 'w-[calc((100%-20px)/3)]',
              count === 2 && 'max-desk:w-[calc((100%-10px)/2)] max-desk:max-w-44',
            )}
          />
        ))}
      </div>
      {screens.large !== null && <ScreenStage screen={screens.large} onShrink={screens.shrink} />}
      <SharingNote />
      <WaitingNote />
      {hasResident && (
        <p className="mx-auto mt-2 w-fit max-w-full rounded-full bg-raised px-3 py-1.5 text-center text-12 text-ink-soft shadow-1 low:hidden">
          {t('residentEcho')}
        </p>
      )}
    </section>
  );
}
