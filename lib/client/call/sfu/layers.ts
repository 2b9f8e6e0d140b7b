/** Heights of the camera's three layers in px, lowest first (720 lines, halved twice). */
const layerHeights = [180, 360, 720];

/** A layer may be stretched by this much before the next one is worth its bits. */
const stretch = 1.2;

/** The smallest spatial layer that is sharp enough for a picture of this height in device px. Pure. */
export function layerForHeight(heightPx: number): number {
  const fitting = layerHeights.findIndex((height) => height * stretch >= heightPx);
  return fitting === -1 ? layerHeights.length - 1 : fitting;
}
