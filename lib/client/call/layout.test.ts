import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutGrid, layOutStrip, minTileWidth, orderTiles, type TileBox, tileAspect } from './layout.ts';

const areas = fc.record({
  width: fc.integer({ min: 200, max: 4_000 }),
  height: fc.integer({ min: 150, max: 3_000 }),
  gap: fc.integer({ min: 0, max: 16 }),
});
const counts = fc.integer({ min: 1, max: 12 });
const tolerancePx = 1e-6;

function isInside(tile: TileBox, area: { width: number; height: number }): boolean {
  return (
    tile.x >= -tolerancePx &&
    tile.y >= -tolerancePx &&
    tile.x + tile.width <= area.width + tolerancePx &&
    tile.y + tile.height <= area.height + tolerancePx
  );
}

function isApart(a: TileBox, b: TileBox): boolean {
  return (
    a.x + a.width <= b.x + tolerancePx ||
    b.x + b.width <= a.x + tolerancePx ||
    a.y + a.height <= b.y + tolerancePx ||
    b.y + b.height <= a.y + tolerancePx
  );
}

function expectSound(tiles: readonly TileBox[], area: { width: number; height: number }): void {
  for (const [index, tile] of tiles.entries()) {
    expect(isInside(tile, area)).toBe(true);
    expect(tile.width / tile.height).toBeCloseTo(tileAspect);
    for (const other of tiles.slice(index + 1)) expect(isApart(tile, other)).toBe(true);
  }
}

describe('layOutGrid', () => {
  test('everybody has a tile, inside the area, overlapping nobody', async () => {
    await fc.assert(
      fc.property(counts, areas, (count, area) => {
        const { tiles, hiddenCount } = layOutGrid(count, area);
        expect(tiles.length + hiddenCount).toBe(count);
        expectSound(tiles, area);
      }),
    );
  });

  test('tiles are as large as any number of columns allows', async () => {
    await fc.assert(
      fc.property(counts, areas, counts, (count, area, columns) => {
        const rows = Math.ceil(count / columns);
        const other = Math.min(
          (area.width - (columns - 1) * area.gap) / columns,
          ((area.height - (rows - 1) * area.gap) / rows) * tileAspect,
        );
        const [tile] = layOutGrid(count, area).tiles;
        if (columns <= count) expect(tile?.width ?? 0).toBeGreaterThanOrEqual(other - tolerancePx);
      }),
    );
  });

  test('three on a wide area: two above, one centred below', () => {
    const { tiles } = layOutGrid(3, { width: 1_000, height: 600, gap: 0 });
    expect(tiles.map((tile) => Math.round(tile.x))).toEqual([0, 500, 250]);
  });

  test('nobody needs no tile', () => {
    expect(layOutGrid(0, { width: 100, height: 100, gap: 0 })).toEqual({ tiles: [], hiddenCount: 0 });
  });
});

describe('layOutStrip', () => {
  test('tiles are inside, apart, large enough, and the rest is counted', async () => {
    await fc.assert(
      fc.property(counts, areas, (count, area) => {
        const { tiles, hiddenCount } = layOutStrip(count, area);
        expect(tiles.length + hiddenCount).toBe(count);
        expectSound(tiles, area);
        for (const tile of tiles) expect(tile.width).toBeGreaterThanOrEqual(minTileWidth - tolerancePx);
      }),
    );
  });

  test('a wide area makes a row, a tall one a column', () => {
    const row = layOutStrip(3, { width: 900, height: 150, gap: 6 }).tiles;
    const column = layOutStrip(3, { width: 200, height: 700, gap: 6 }).tiles;
    expect(new Set(row.map((tile) => tile.y))).toEqual(new Set([0]));
    expect(new Set(column.map((tile) => tile.x))).toEqual(new Set([0]));
  });

  test('who does not fit on a phone is counted', () => {
    const { tiles, hiddenCount } = layOutStrip(12, { width: 390, height: 90, gap: 6 });
    expect(tiles).toHaveLength(3);
    expect(hiddenCount).toBe(9);
  });
});

describe('orderTiles', () => {
  const person = (sessionId: string, video: boolean, isResident = false) => ({
    sessionId,
    video,
    isResident,
  });
  const people = [person('ada', false), person('guide', true, true), person('bo', true), person('cy', true)];

  test('pictures first, the resident last, else as they came', () => {
    expect(orderTiles(people, null).map((each) => each.sessionId)).toEqual(['bo', 'cy', 'ada', 'guide']);
  });

  test('the pinned person comes first', () => {
    expect(orderTiles(people, 'ada').map((each) => each.sessionId)).toEqual(['ada', 'bo', 'cy', 'guide']);
  });
});
