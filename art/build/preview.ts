import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TILE } from '../piece.ts';
import { oval, rect, svgFile } from '../svg.ts';
import { blank, clear, lay } from './compose.ts';
import { encodeOpaquePng } from './png.ts';
import { type Picture, rasterize } from './raster.ts';
import type { TiledMapFile, TiledObject, TiledTileset } from './tiled-types.ts';

export interface PreviewOptions {
  readonly mapId: string;
  readonly night: boolean;
  readonly collision: boolean;
}

const PUBLIC_MAPS = join(import.meta.dirname, '..', '..', 'public', 'maps');
const SHADOW_OPACITY = { day: 0.17, night: 0.42 };

function readPng(name: string, size: { width: number; height: number }): Picture {
  const href = `data:image/png;base64,${readFileSync(join(PUBLIC_MAPS, name)).toString('base64')}`;
  const image = `<image width="${size.width}" height="${size.height}" href="${href}"/>`;
  return rasterize(svgFile({ x: 0, y: 0, ...size }, image));
}

function tilesetNamed(map: TiledMapFile, name: string): TiledTileset {
  const tileset = map.tilesets.find((one) => one.name === name);
  if (tileset === undefined) throw new Error(`The map has no tile set ${name}`);
  return tileset;
}

function objectsOf(map: TiledMapFile, name: string): readonly TiledObject[] {
  const layer = map.layers.find((one) => one.name === name);
  if (layer?.type !== 'objectgroup') throw new Error(`The map has no object layer ${name}`);
  return layer.objects;
}

function dataOf(map: TiledMapFile, name: string): readonly number[] {
  const layer = map.layers.find((one) => one.name === name);
  if (layer?.type !== 'tilelayer') throw new Error(`The map has no tile layer ${name}`);
  return layer.data;
}

function layFloor(target: Picture, map: TiledMapFile, sheetName: string): void {
  const set = tilesetNamed(map, 'floor');
  const sheet = readPng(sheetName, {
    width: set.imagewidth ?? 0,
    height: set.imageheight ?? 0,
  });
  dataOf(map, 'floor').forEach((gid, place) => {
    const index = gid - set.firstgid;
    const from = {
      x: set.margin + (index % set.columns) * (TILE + set.spacing),
      y: set.margin + Math.floor(index / set.columns) * (TILE + set.spacing),
      width: TILE,
      height: TILE,
    };
    lay(target, sheet, from, (place % map.width) * TILE, Math.floor(place / map.width) * TILE);
  });
}

function layObjects(target: Picture, atlas: Picture, map: TiledMapFile, layer: string): void {
  const { firstgid, tiles = [] } = tilesetNamed(map, 'pieces');
  for (const one of objectsOf(map, layer)) {
    const { x = 0, y = 0, width = 0, height = 0 } = tiles[(one.gid ?? 0) - firstgid] ?? {};
    lay(target, atlas, { x, y, width, height }, one.x, one.y - one.height);
  }
}

function collisionMarks(map: TiledMapFile): Picture {
  const { firstgid } = tilesetNamed(map, 'meta');
  const marks = dataOf(map, 'collision').map((gid, place) => {
    const x = (place % map.width) * TILE;
    const y = Math.floor(place / map.width) * TILE;
    if (gid === 0) return rect(x + 15, y + 15, 2, 2, '#000000', 0, { opacity: 0.5 });
    return rect(x + 1, y + 1, TILE - 2, TILE - 2, gid === firstgid ? '#ff0000' : '#ffaa00', 2, {
      opacity: 0.4,
    });
  });
  const points = ['spawns', 'resident'].flatMap((layer) =>
    objectsOf(map, layer).map(({ x, y }) => oval(x, y, 8, 8, layer === 'spawns' ? '#0060ff' : '#00a060')),
  );
  const view = { x: 0, y: 0, width: map.width * TILE, height: map.height * TILE };
  return rasterize(svgFile(view, marks.join('') + points.join('')));
}

/** Draws a map's files below `public/maps` as a renderer would, one pixel to a unit. */
export function mapPreviewPng({ mapId, night, collision }: PreviewOptions): Uint8Array {
  const map: TiledMapFile = JSON.parse(readFileSync(join(PUBLIC_MAPS, `${mapId}.tmj`), 'utf8'));
  const suffix = night ? '-night' : '';
  const size = { width: map.width * TILE, height: map.height * TILE };
  const all = { x: 0, y: 0, ...size };
  const sheet = tilesetNamed(map, 'pieces').tiles?.[0];
  const atlas = readPng(`${mapId}-pieces${suffix}.png`, {
    width: sheet?.imagewidth ?? 0,
    height: sheet?.imageheight ?? 0,
  });
  const picture = blank(size.width, size.height, [255, 255, 255]);
  layFloor(picture, map, `${mapId}-floor${suffix}.png`);
  const shadows = clear(size.width, size.height);
  layObjects(shadows, atlas, map, 'shadows');
  lay(picture, shadows, all, 0, 0, night ? SHADOW_OPACITY.night : SHADOW_OPACITY.day);
  layObjects(picture, atlas, map, 'pieces');
  if (collision) lay(picture, collisionMarks(map), all, 0, 0);
  return encodeOpaquePng(picture);
}
