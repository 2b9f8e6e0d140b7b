import type { TiledMap } from '#lib/protocol/tiledMap.ts';

/** A rectangle of an image, in pixels of its 1× variant. */
export interface ImageFrame {
  /** Path of the day image at 1×, as the map names it. */
  readonly image: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Tileset = TiledMap['tilesets'][number];
type TileDefinition = NonNullable<Tileset['tiles']>[number];

/** Tiled keeps flips in the four highest bits of a gid (documentation, "Global Tile IDs"). */
const gidMask = 0x0fff_ffff;

/** Makes the function from a gid to its picture: null for an empty tile or a tile without a picture. */
export function frameFinder(tilesets: readonly Tileset[]): (gid: number) => ImageFrame | null {
  const descending = [...tilesets].sort((a, b) => b.firstgid - a.firstgid);
  const known = new Map<number, ImageFrame | null>();
  return (gid) => {
    const id = gid & gidMask;
    if (id === 0) return null;
    const found = known.get(id);
    if (found !== undefined) return found;
    const tileset = descending.find((candidate) => candidate.firstgid <= id);
    const frame = tileset === undefined ? null : frameIn(tileset, id - tileset.firstgid);
    known.set(id, frame);
    return frame;
  };
}

function frameIn(tileset: Tileset, id: number): ImageFrame | null {
  const definition = tileset.tiles?.find((tile) => tile.id === id);
  if (definition?.image !== undefined) return frameOfCollection(definition, definition.image);
  if (tileset.image === undefined || tileset.columns === 0) return null;
  const { tilewidth: width, tileheight: height, spacing = 0, margin = 0 } = tileset;
  return {
    image: tileset.image,
    x: margin + (id % tileset.columns) * (width + spacing),
    y: margin + Math.floor(id / tileset.columns) * (height + spacing),
    width,
    height,
  };
}

/** A tile of an image collection: the whole image, or the sub-rectangle it names (Tiled 1.9 and later). */
function frameOfCollection(tile: TileDefinition, image: string): ImageFrame {
  return {
    image,
    x: tile.x ?? 0,
    y: tile.y ?? 0,
    width: tile.width ?? tile.imagewidth ?? 0,
    height: tile.height ?? tile.imageheight ?? 0,
  };
}
