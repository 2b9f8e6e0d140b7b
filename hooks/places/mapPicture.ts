import type { PicturePair } from './picturePair.ts';

/** The picture of a map, by its key, for both lightings. Cards crop it, so only its shape is given, in px. */
export function mapPicture(mapId: string): PicturePair {
  const path = `/maps/${encodeURIComponent(mapId)}-preview`;
  return { light: `${path}.svg`, dark: `${path}-night.svg`, width: 980, height: 500 };
}
