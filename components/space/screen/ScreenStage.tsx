'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { TrackVideo } from '#components/ui/TrackVideo.tsx';
import type { ScreenView } from '#hooks/call/screenView.ts';
import { useFullScreen } from '#hooks/call/useFullScreen.ts';
import { TileState } from '../TileState.tsx';

interface ScreenStageProps {
  screen: ScreenView;
  onShrink: () => void;
}

const cornerButton = 'bg-tile-label text-on-tile hover:bg-tile-label hover:text-on-tile hover:brightness-125';

/** A shared screen as large as the map above me allows. Pressing it makes it small again. */
export function ScreenStage({ screen, onShrink }: ScreenStageProps) {
  const t = useTranslations('calls.screen');
  const figure = useRef<HTMLElement>(null);
  const { isFull, isPossible, toggle } = useFullScreen(figure);
  const label = screen.isSelf ? t('own') : t('of', { name: screen.name });
  return (
    <figure
      ref={figure}
      data-testid="screen-stage"
      data-session={screen.isSelf ? 'self' : screen.sessionId}
      className="pointer-events-auto relative mx-auto mt-2 aspect-video w-full max-w-[calc(34dvh*16/9)] animate-grow overflow-hidden rounded-lg bg-ink shadow-2 desk:w-[calc(46dvh*16/9)] desk:max-w-full low:w-[calc(50dvh*16/9)] low:max-w-full"
    >
      {screen.track === null ? (
        <TileState connection="connecting" />
      ) : (
        <TrackVideo track={screen.track} label={label} className="object-contain!" />
      )}
      <figcaption className="absolute start-2 bottom-2 max-w-[calc(100%-16px)] truncate rounded-full bg-tile-label px-2.5 py-0.5 text-12 font-name text-on-tile">
        {label}
      </figcaption>
      {!isFull && (
        <button
          type="button"
          aria-hidden="true"
          tabIndex={-1}
          onClick={onShrink}
          className="absolute inset-0 cursor-zoom-out"
        />
      )}
      <div className="absolute end-2 top-2 flex gap-1.5">
        {isPossible && (
          <IconButton
            icon={isFull ? 'shrink' : 'expand'}
            label={isFull ? t('leaveFull') : t('full')}
            tooltipSide="bottom"
            className={cornerButton}
            onClick={toggle}
          />
        )}
        {!isFull && (
          <IconButton
            icon="minus"
            label={t('shrink')}
            tooltipSide="bottom"
            className={cornerButton}
            onClick={onShrink}
          />
        )}
      </div>
    </figure>
  );
}
