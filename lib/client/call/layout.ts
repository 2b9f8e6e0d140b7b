/** Where a tile goes, in px from the area's upper left corner. */
export interface TileBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TileLayout {
  readonly tiles: readonly TileBox[];
  /** How many people have no tile because there is no room ("+3"). */
  readonly hiddenCount: number;
}

export interface LayoutArea {
  readonly width: number;
  readonly height: number;
  /** Space between tiles in px. */
  readonly gap: number;
}

/** Cameras give 16:9 (SPEC §2: 1280×720). */
export const tileAspect = 16 / 9;

/** Nobody is recognised on a smaller tile; px. */
export const minTileWidth = 96;

/** What the order of tiles depends on. */
export interface Orderable {
  readonly sessionId: string;
  readonly isResident: boolean;
  readonly video: boolean;
}

/**
 * Orders tiles: the pinned person first, then those with a picture, then those without, the resident last; within each
 * as they came, so that tiles do not jump when somebody speaks. Pure; the input is left alone.
 */
export function orderTiles<T extends Orderable>(
  people: readonly T[],
  pinnedSessionId: string | null,
): readonly T[] {
  const rank = (person: T): number => {
    if (person.sessionId === pinnedSessionId) return 0;
    if (person.isResident) return 3;
    return person.video ? 1 : 2;
  };
  return people.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Lays `count` tiles of 16:9 out in rows so that they become as large as the area allows; an incomplete last row is
 * centred, as is the whole. Tiles never overlap or leave the area. Pure.
 */
export function layOutGrid(count: number, area: LayoutArea): TileLayout {
  if (count <= 0) return { tiles: [], hiddenCount: 0 };
  const { columns, width } = bestColumns(count, area);
  if (width <= 0) return { tiles: [], hiddenCount: count };
  const height = width / tileAspect;
  const rows = Math.ceil(count / columns);
  const top = (area.height - spanOf(rows, height, area.gap)) / 2;
  const tiles = Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = (area.width - spanOf(inRow, width, area.gap)) / 2;
    const column = index - row * columns;
    return { x: left + column * (width + area.gap), y: top + row * (height + area.gap), width, height };
  });
  return { tiles, hiddenCount: 0 };
}

/**
 * Lays tiles out in one strip along the longer side of the area, as thick as the area but never so that a tile is
 * smaller than `minTileWidth`; who does not fit is counted. A single tile fits into the area. Pure.
 */
export function layOutStrip(count: number, area: LayoutArea): TileLayout {
  if (count <= 0) return { tiles: [], hiddenCount: 0 };
  const isRow = area.width >= area.height;
  const length = isRow ? area.width : area.height;
  const thickest = Math.min(area.width, area.height * tileAspect);
  const lengthOf = (width: number) => (isRow ? width : width / tileAspect);
  const fittingWidth = ((length - (count - 1) * area.gap) / count) * (isRow ? 1 : tileAspect);
  const width = Math.min(thickest, Math.max(fittingWidth, minTileWidth));
  const step = lengthOf(width) + area.gap;
  const visible = Math.min(count, Math.max(0, Math.floor((length + area.gap + roundingPx) / step)));
  const tiles = Array.from({ length: visible }, (_, index) => ({
    x: isRow ? index * step : 0,
    y: isRow ? 0 : index * step,
    width,
    height: width / tileAspect,
  }));
  return { tiles, hiddenCount: count - visible };
}

/** Sums of fractions of a px may miss a whole number by less than this. */
const roundingPx = 1e-6;

function bestColumns(count: number, area: LayoutArea): { columns: number; width: number } {
  let best = { columns: 1, width: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const byWidth = (area.width - (columns - 1) * area.gap) / columns;
    const byHeight = ((area.height - (rows - 1) * area.gap) / rows) * tileAspect;
    const width = Math.min(byWidth, byHeight);
    if (width > best.width) best = { columns, width };
  }
  return best;
}

function spanOf(count: number, size: number, gap: number): number {
  return count * size + (count - 1) * gap;
}
