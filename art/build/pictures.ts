import { emptyRoomPicture, walkOnPicture, walkUpPicture, whoIsAroundPicture } from '../features.ts';
import { MAPS } from '../maps/index.ts';
import { mapPictureSvg } from '../maps/picture.ts';
import { markSvg } from '../mark.ts';
import type { Palette } from '../palette.ts';
import { BACKDROPS } from '../people/backdrops.ts';
import { FIGURE_IDS, LOOKS } from '../people/cast.ts';
import { faceSvg } from '../people/face.ts';
import { portraitSvg } from '../people/portrait.ts';
import { cycle } from '../svg.ts';
import type { OutputFile } from './output-file.ts';

/** As SVG they are sharp at every size and small once compressed on the way. */
function picturesOfPlaces(c: Palette, suffix: string): OutputFile[] {
  return [
    ...MAPS.map((design) => ({
      path: `maps/${design.id}-preview${suffix}.svg`,
      content: mapPictureSvg(design, c),
    })),
    { path: `maps/feature-walk-up${suffix}.svg`, content: walkUpPicture(c) },
    { path: `maps/feature-walk-on${suffix}.svg`, content: walkOnPicture(c) },
    { path: `maps/feature-who-is-around${suffix}.svg`, content: whoIsAroundPicture(c) },
    { path: `maps/empty-room${suffix}.svg`, content: emptyRoomPicture(c) },
  ];
}

/** Faces and portraits are always drawn by day: a camera picture does not dim with the theme. */
function portraits(c: Palette): OutputFile[] {
  return FIGURE_IDS.flatMap((id, index) => [
    {
      path: `people/${id}.svg`,
      content: faceSvg(c, LOOKS[id], cycle([c.wallSage, c.wallClay, c.wallSea, c.cream2], index)),
    },
    { path: `people/${id}-portrait.svg`, content: portraitSvg(c, LOOKS[id], cycle(BACKDROPS, index)) },
  ]);
}

/** Faces, portraits, the pictures of maps and of the first page, and the mark. */
export function pictureFiles(day: Palette, night: Palette): OutputFile[] {
  return [
    ...portraits(day),
    ...picturesOfPlaces(day, ''),
    ...picturesOfPlaces(night, '-night'),
    { path: 'icon.svg', content: markSvg() },
  ];
}
