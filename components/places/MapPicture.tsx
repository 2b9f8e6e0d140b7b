'use client';

import { ThemedPicture } from '#components/landing/ThemedPicture.tsx';
import { mapPicture } from '#hooks/places/mapPicture.ts';
import { useTheme } from '#hooks/useTheme.ts';

interface MapPictureProps {
  mapId: string;
  /** What it shows; empty where the words beside it say so already. */
  alt?: string;
  isFirst?: boolean;
  className?: string;
}

/** The picture of a map by day or by night. It fills the shape that `className` gives it. */
export function MapPicture({ mapId, alt = '', isFirst, className }: MapPictureProps) {
  const { theme } = useTheme();
  return (
    <ThemedPicture
      theme={theme}
      {...mapPicture(mapId)}
      alt={alt}
      isFirst={isFirst}
      className={className ?? 'block size-full object-cover'}
    />
  );
}
