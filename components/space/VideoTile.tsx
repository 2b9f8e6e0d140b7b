'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Portrait } from '#components/ui/Portrait.tsx';
import { TrackVideo } from '#components/ui/TrackVideo.tsx';
import type { TileView } from '#hooks/tileView.ts';
import { useTileHeight } from '#hooks/useTileHeight.ts';
import { ResidentNote } from './ResidentNote.tsx';
import { TileLabel } from './TileLabel.tsx';
import { TileState } from './TileState.tsx';

/** One person's picture: camera or drawing, name, and what is with the sound. */
export function VideoTile({ tile, className }: { tile: TileView; className?: string }) {
  const t = useTranslations('tiles');
  const figure = useRef<HTMLElement>(null);
  useTileHeight(figure, tile.isSelf ? null : tile.sessionId);
  const label = tile.isSelf ? t('own') : t('picture', { name: tile.name });
  return (
    <figure
      ref={figure}
      data-testid="tile"
      data-session={tile.isSelf ? 'self' : tile.sessionId}
      data-user={tile.userId}
      data-self={tile.isSelf}
      data-speaking={tile.isSpeaking}
      data-connection={tile.connection}
      className={cx(
        'relative flex-none animate-grow overflow-hidden rounded-md bg-sunken transition-shadow duration-120',
        tile.isSpeaking ? 'tile-speaking' : 'shadow-2',
        className,
      )}
    >
      {tile.videoTrack === null ? (
        <>
          <Portrait cast={tile.cast} label={label} />
          <span className="sr-only">{t('cameraOff')}</span>
        </>
      ) : (
        <TrackVideo track={tile.videoTrack} label={label} isMirrored={tile.isSelf} />
      )}
      {tile.connection !== 'live' && <TileState connection={tile.connection} />}
      <TileLabel tile={tile} />
      {tile.isResident && <ResidentNote />}
    </figure>
  );
}
