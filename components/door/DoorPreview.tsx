'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { Portrait } from '#components/ui/Portrait.tsx';
import { TrackVideo } from '#components/ui/TrackVideo.tsx';

interface DoorPreviewProps {
  track: MediaStreamTrack | null;
  isAsking: boolean;
  /** The drawn character, when it is known already. */
  cast: string | null;
  /** The switches that lie on the picture. */
  children: ReactNode;
}

/** Own picture as a mirror shows it, or what stands in for it. */
export function DoorPreview({ track, isAsking, cast, children }: DoorPreviewProps) {
  const t = useTranslations('door');
  return (
    <div className="relative aspect-[16/10.6] overflow-hidden rounded-lg bg-sunken shadow-3">
      {track === null ? (
        <Empty isAsking={isAsking} cast={cast} />
      ) : (
        <TrackVideo track={track} label={t('preview')} isMirrored />
      )}
      <fieldset
        aria-label={t('controls')}
        className="absolute end-2.5 bottom-2.5 flex gap-1 rounded-lg bg-raised p-1 shadow-2 desk:start-1/2 desk:end-auto desk:bottom-4.5 desk:-translate-x-1/2 desk:p-1.5 rtl:desk:translate-x-1/2"
      >
        {children}
      </fieldset>
    </div>
  );
}

function Empty({ isAsking, cast }: { isAsking: boolean; cast: string | null }) {
  const t = useTranslations('door');
  if (!isAsking && cast !== null) return <Portrait cast={cast} label={t('standInLabel')} />;
  return (
    <div className="grid size-full place-content-center justify-items-center gap-3 px-6 pb-12 text-center text-ink-soft">
      <Icon name={isAsking ? 'cam' : 'camOff'} size={36} className={isAsking ? 'animate-breathe' : ''} />
      <p className="text-14 font-medium text-ink">{isAsking ? t('starting') : t('cameraOff')}</p>
      {isAsking && <p className="text-13">{t('askingDetail')}</p>}
    </div>
  );
}
