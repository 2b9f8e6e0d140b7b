'use client';

import { useEffect, useRef } from 'react';
import { cx } from './cx.ts';

interface TrackVideoProps {
  track: MediaStreamTrack;
  /** What the picture shows, for screen readers. */
  label: string;
  isMirrored?: boolean;
  className?: string;
}

/** Plays a picture track. Silent: sound is played elsewhere, so that a tile that goes away mutes nobody. */
export function TrackVideo({ track, label, isMirrored = false, className }: TrackVideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (video === null) return undefined;
    video.srcObject = new MediaStream([track]);
    return () => {
      video.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={element}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
      aria-label={label}
      className={cx('block size-full object-cover', isMirrored && 'mirrored', className)}
    />
  );
}
