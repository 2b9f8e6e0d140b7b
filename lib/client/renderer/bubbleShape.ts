/** A point in map pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Radius of the disc around each person, in map pixels: a little over one tile. */
export const bubbleRadiusPx = 37;
/** Radius of the waists between discs, in map pixels: wide and gentle. */
const waistRadiusPx = 96;
/** Between far members the waist never gets thinner than twice this, in map pixels. */
const thinnestPx = 9;
/** Points nearer than this are one, in map pixels. */
const samePointPx = 1;
/** Arcs are drawn as chords of about this length, in map pixels. */
const chordPx = 3;

/**
 * The outline of a bubble: discs around the members, joined along their hull by wide waists. A closed polygon in map
 * pixels, clockwise on the screen; the circle of one disc for a single place.
 */
export function bubbleOutline(members: readonly Point[], radiusPx = bubbleRadiusPx): readonly Point[] {
  const hull = convexHull(distinct(members));
  const first = hull[0];
  if (first === undefined) return [];
  if (hull.length === 1) return arc(first, radiusPx, 0, 2 * Math.PI);
  const sides = hull.map((corner, index) =>
    waistBetween(corner, hull[(index + 1) % hull.length] ?? corner, radiusPx),
  );
  return sides.flatMap((side, index) => {
    const next = sides[(index + 1) % sides.length] ?? side;
    return [...waistPoints(side), ...discPoints(side, next, radiusPx)];
  });
}

/** One side of the hull: a waist curving inwards from the disc around one corner to the disc around the next. */
interface Waist {
  readonly centre: Point;
  readonly radiusPx: number;
  readonly start: Point;
  readonly end: Point;
  /** The corner whose disc follows. */
  readonly corner: Point;
}

/** The circle that touches both discs from outside the hull. */
function waistBetween(a: Point, b: Point, radiusPx: number): Waist {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const waist = waistRadiusFor(length, radiusPx);
  const height = Math.sqrt((radiusPx + waist) ** 2 - (length / 2) ** 2);
  const outward = { x: (b.y - a.y) / length, y: (a.x - b.x) / length };
  const centre = { x: (a.x + b.x) / 2 + outward.x * height, y: (a.y + b.y) / 2 + outward.y * height };
  const share = radiusPx / (radiusPx + waist);
  return {
    centre,
    radiusPx: waist,
    start: between(a, centre, share),
    end: between(b, centre, share),
    corner: b,
  };
}

/** Long sides get a flatter waist, so that it does not pinch: solved from (r + w)² = (d / 2)² + (w + t)² for w. */
function waistRadiusFor(lengthPx: number, radiusPx: number): number {
  const thinnest = Math.min(thinnestPx, radiusPx * 0.8);
  const needed = (lengthPx ** 2 / 4 + thinnest ** 2 - radiusPx ** 2) / (2 * (radiusPx - thinnest));
  return Math.max(waistRadiusPx, needed);
}

function waistPoints(waist: Waist): readonly Point[] {
  const from = angleOf(waist.centre, waist.start);
  const turn = shortTurn(from, angleOf(waist.centre, waist.end));
  return arc(waist.centre, waist.radiusPx, from, from + turn);
}

function discPoints(side: Waist, next: Waist, radiusPx: number): readonly Point[] {
  const from = angleOf(side.corner, side.end);
  const turn = positiveTurn(from, angleOf(side.corner, next.start));
  return arc(side.corner, radiusPx, from, from + turn);
}

function arc(centre: Point, radiusPx: number, from: number, to: number): readonly Point[] {
  const pieces = Math.max(2, Math.ceil((Math.abs(to - from) * radiusPx) / chordPx));
  return Array.from({ length: pieces }, (_, index) => {
    const angle = from + ((to - from) * index) / pieces;
    return { x: centre.x + Math.cos(angle) * radiusPx, y: centre.y + Math.sin(angle) * radiusPx };
  });
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function angleOf(centre: Point, point: Point): number {
  return Math.atan2(point.y - centre.y, point.x - centre.x);
}

function positiveTurn(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI);
  return turn < 0 ? turn + 2 * Math.PI : turn;
}

function shortTurn(from: number, to: number): number {
  const turn = positiveTurn(from, to);
  return turn > Math.PI ? turn - 2 * Math.PI : turn;
}

function distinct(points: readonly Point[]): readonly Point[] {
  return points.filter(
    (point, index) =>
      !points.slice(0, index).some((other) => Math.hypot(other.x - point.x, other.y - point.y) < samePointPx),
  );
}

/** Corners of the convex hull in order (Andrew's monotone chain); two for points on one line. */
function convexHull(points: readonly Point[]): readonly Point[] {
  if (points.length < 3) return points;
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

function halfHull(sorted: readonly Point[]): readonly Point[] {
  const chain: Point[] = [];
  for (const point of sorted) {
    while (chain.length > 1 && !turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop();
    chain.push(point);
  }
  chain.pop();
  return chain;
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (a === undefined || b === undefined) return true;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}
