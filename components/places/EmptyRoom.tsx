'use client';

import { ThemedPicture } from '#components/landing/ThemedPicture.tsx';
import type { PicturePair } from '#hooks/places/picturePair.ts';
import { useTheme } from '#hooks/useTheme.ts';

const picture: PicturePair = {
  light: '/maps/empty-room.svg',
  dark: '/maps/empty-room-night.svg',
  width: 500,
  height: 312,
};

/** A room that waits for somebody; only a picture, the words stand below. */
export function EmptyRoom({ className }: { className?: string }) {
  const { theme } = useTheme();
  return <ThemedPicture theme={theme} {...picture} alt="" isFirst className={className} />;
}
