import type { TiledMap } from '#lib/protocol/tiledMap.ts';

const tileSizePx = 32;
const gids: Record<string, number> = { '#': 1, o: 2 };

/**
 * A Tiled map drawn in letters, one per tile: `#` wall, `o` furniture that blocks feet only, `s` spawn point, `r` the
 * resident's place, anything else floor.
 */
export function mapFromText(text: string): TiledMap {
  const rows = text.trim().split('\n');
  const [width, height] = [rows[0]?.length ?? 0, rows.length];
  const letters = [...rows.join('')];
  return {
    type: 'map',
    orientation: 'orthogonal',
    infinite: false,
    width,
    height,
    tilewidth: tileSizePx,
    tileheight: tileSizePx,
    tilesets: [
      {
        firstgid: 1,
        name: 'collision',
        tilewidth: tileSizePx,
        tileheight: tileSizePx,
        tilecount: 2,
        columns: 2,
        tiles: [
          { id: 0, type: 'wall' },
          { id: 1, type: 'block' },
        ],
      },
    ],
    layers: [
      {
        id: 1,
        name: 'collision',
        type: 'tilelayer',
        width,
        height,
        data: letters.map((letter) => gids[letter] ?? 0),
      },
      { id: 2, name: 'spawns', type: 'objectgroup', objects: pointsOf(letters, 's', width) },
      { id: 3, name: 'resident', type: 'objectgroup', objects: pointsOf(letters, 'r', width) },
    ],
  };
}

function pointsOf(
  letters: readonly string[],
  wanted: string,
  width: number,
): { id: number; x: number; y: number }[] {
  return letters.flatMap((letter, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return letter === wanted ? [{ id: index + 1, x: x * tileSizePx, y: y * tileSizePx, point: true }] : [];
  });
}
