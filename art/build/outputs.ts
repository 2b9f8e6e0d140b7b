import type { MapDesign } from '../maps/design.ts';
import { MAPS } from '../maps/index.ts';
import { dayPalette, nightPalette, type Palette } from '../palette.ts';
import { TILE } from '../piece.ts';
import { rect, svgFile } from '../svg.ts';
import { cutFloor, drawFloorSheet, drawGround } from './floor-tiles.ts';
import { mapTmj } from './map-tmj.ts';
import type { OutputFile } from './output-file.ts';
import { peopleSheet, peopleSheetSvg } from './people-sheet.ts';
import { pictureFiles } from './pictures.ts';
import { layOutPieces, piecesAtlasSvg } from './pieces-atlas.ts';
import { encodeOpaquePng } from './png.ts';
import { rasterizeToPng } from './raster.ts';

interface Variant {
  readonly theme: 'day' | 'night';
  readonly palette: Palette;
  readonly zoom: number;
  /** What is put between a picture's name and `.png`. */
  readonly suffix: string;
}

const DAY = dayPalette();
const NIGHT = nightPalette();

const VARIANTS: readonly Variant[] = [
  { theme: 'day', palette: DAY, zoom: 1, suffix: '' },
  { theme: 'day', palette: DAY, zoom: 2, suffix: '@2x' },
  { theme: 'night', palette: NIGHT, zoom: 1, suffix: '-night' },
  { theme: 'night', palette: NIGHT, zoom: 2, suffix: '-night@2x' },
];

function toJson(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** What somebody who opens the map in Tiled sees where walking is blocked. */
function metaPng(): Uint8Array {
  const art = rect(0, 0, TILE, TILE, DAY.clay2) + rect(TILE, 0, TILE, TILE, DAY.near);
  return rasterizeToPng(svgFile({ x: 0, y: 0, width: 2 * TILE, height: TILE }, art));
}

/** A map, its tile sets and its pictures. */
function mapFiles(design: MapDesign): OutputFile[] {
  const { id, size } = design;
  const grounds = VARIANTS.map((variant) => ({
    ...variant,
    picture: drawGround(design, variant.palette, variant.zoom),
  }));
  const floor = cutFloor(size, grounds);
  const lawn = { day: DAY.lawn, night: NIGHT.lawn };
  const pieces = layOutPieces(design, DAY, NIGHT);
  return [
    { path: `maps/${id}.tmj`, content: toJson(mapTmj(design, lawn, floor, pieces)) },
    ...grounds.flatMap(({ picture, theme, zoom, suffix }) => [
      {
        path: `maps/${id}-floor${suffix}.png`,
        content: encodeOpaquePng(drawFloorSheet(floor, picture, zoom)),
      },
      {
        path: `maps/${id}-pieces${suffix}.png`,
        content: rasterizeToPng(piecesAtlasSvg(pieces, theme), zoom),
      },
    ]),
  ];
}

/** The people's sprite sheet. */
function peopleFiles(): OutputFile[] {
  return [
    { path: 'atlas/people.json', content: toJson(peopleSheet()) },
    ...VARIANTS.map(({ palette, zoom, suffix }) => ({
      path: `atlas/people${suffix}.png`,
      content: rasterizeToPng(peopleSheetSvg(palette), zoom),
    })),
  ];
}

/** Everything that is made from the art. The same code always makes the same files. */
export function allFiles(): OutputFile[] {
  return [
    ...MAPS.flatMap(mapFiles),
    { path: 'maps/meta.png', content: metaPng() },
    ...peopleFiles(),
    ...pictureFiles(DAY, NIGHT),
  ];
}
