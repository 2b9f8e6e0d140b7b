'use client';

import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Icon } from '#components/ui/Icon.tsx';
import { TrackVideo } from '#components/ui/TrackVideo.tsx';
import type { ScreenView } from '#hooks/call/screenView.ts';
import { TileState } from '../TileState.tsx';

interface ScreenTileProps {
  screen: ScreenView;
  onEnlarge: () => void;
  className?: string;
}

/** A shared screen among the tiles; pressing it makes it large. */
export function ScreenTile({ screen, onEnlarge, className }: ScreenTileProps) {
  const t = useTranslations('calls.screen');
  const label = screen.isSelf ? t('own') : t('of', { name: screen.name });
  return (
    <figure
      data-testid="screen-tile"
      data-session={screen.isSelf ? 'self' : screen.sessionId}
      className={cx(
        'relative flex-none animate-grow overflow-hidden rounded-md bg-sunken shadow-2',
        className,
      )}
    >
      {screen.track === null ? (
        <TileState connection="connecting" />
      ) : (
        <TrackVideo track={screen.track} label={label} className="object-contain!" />
      )}
      <figcaption className="absolute start-1.5 bottom-1.5 inline-flex h-5 max-w-[calc(100%-12px)] items-center gap-1.5 rounded-full bg-tile-label px-2 text-11 font-name text-on-tile">
        <Icon name="screen" size={13} />
        <span className="truncate">{label}</span>
      </figcaption>
      <button
        type="button"
        aria-label={screen.isSelf ? t('enlargeOwn') : t('enlarge', { name: screen.name })}
        onClick={onEnlarge}
        className="absolute inset-0 cursor-zoom-in rounded-md focus-visible:outline-offset-[-3px]"
      />
    </figure>
  );
}
