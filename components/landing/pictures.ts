import type { PicturePair } from '#hooks/places/picturePair.ts';

function pair(name: string, width: number, height: number): PicturePair {
  return { light: `/maps/${name}.svg`, dark: `/maps/${name}-night.svg`, width, height };
}

/** The part of the demo map that is shown: the rooms without most of the garden. SVG 2, fragment `svgView`. */
const rooms = '#svgView(viewBox(150,176,980,506))';
const wholeMap = pair('office-preview', 980, 506);

/** The demo map with people on it. */
export const heroPicture: PicturePair = {
  ...wholeMap,
  light: wholeMap.light + rooms,
  dark: wholeMap.dark + rooms,
};

/** The pictures of the three points, in their order. */
export const pointPictures = {
  talk: pair('feature-walk-up', 320, 200),
  stop: pair('feature-walk-on', 320, 200),
  see: pair('feature-who-is-around', 320, 200),
};

export type PointPicture = keyof typeof pointPictures;
