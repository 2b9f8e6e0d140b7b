import type { Palette } from './palette.ts';
import { line, round, shape } from './svg.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Waist {
  readonly from: Point;
  readonly to: Point;
  /** The person at the far end. */
  readonly end: Point;
}

/** Units: half the size of a person's place, and how gently places join. */
const RADIUS = 37;
const WAIST_RADIUS = 96;

function turn(o: Point, a: Point, b: Point): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

function halfHull(sorted: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of sorted) {
    for (
      let [last, before] = [hull.at(-1), hull.at(-2)];
      last && before;
      [last, before] = [hull.at(-1), hull.at(-2)]
    ) {
      if (turn(before, last, point) > 0) break;
      hull.pop();
    }
    hull.push(point);
  }
  return hull.slice(0, -1);
}

/** The convex hull, by Andrew's monotone chain (1979). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

function towards(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Where the arc between two places touches both: it lies on a circle outside that touches their circles. */
function waistBetween(a: Point, b: Point, radius: number, waist: number): Waist {
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  const height = Math.sqrt(Math.max(0, (radius + waist) ** 2 - (distance / 2) ** 2));
  const centre = {
    x: (a.x + b.x) / 2 + ((b.y - a.y) / distance) * height,
    y: (a.y + b.y) / 2 - ((b.x - a.x) / distance) * height,
  };
  const share = radius / (radius + waist);
  return { from: towards(a, centre, share), to: towards(b, centre, share), end: b };
}

function isLongWayRound({ to, end }: Waist, next: Waist): boolean {
  const start = Math.atan2(to.y - end.y, to.x - end.x);
  const stop = Math.atan2(next.from.y - end.y, next.from.x - end.x);
  return (stop - start + 4 * Math.PI) % (2 * Math.PI) > Math.PI;
}

function circle({ x, y }: Point, radius: number): string {
  return `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 ${-2 * radius} 0Z`;
}

/** Discs around people, joined along their hull by wide, gentle waists. */
export function bubblePath(
  points: readonly [Point, ...Point[]],
  radius = RADIUS,
  waist = WAIST_RADIUS,
): string {
  if (points.length === 1) return circle(points[0], radius);
  const hull = hullOf(points);
  const waists = hull.map((point, index) =>
    waistBetween(point, hull[(index + 1) % hull.length] ?? point, radius, waist),
  );
  const arcs = waists.map((one, index) => {
    const next = waists[(index + 1) % waists.length] ?? one;
    const large = isLongWayRound(one, next) ? 1 : 0;
    return `A${waist} ${waist} 0 0 0 ${round(one.to.x)} ${round(one.to.y)}A${radius} ${radius} 0 ${large} 1 ${round(next.from.x)} ${round(next.from.y)}`;
  });
  const start = waists[0]?.from ?? points[0];
  return `M${round(start.x)} ${round(start.y)}${arcs.join('')}Z`;
}

/** The bubble of people who hear each other. */
export function bubble(c: Palette, points: readonly [Point, ...Point[]], radius = RADIUS): string {
  const outline = bubblePath(points, radius);
  const fill = shape(outline, c.near, { opacity: c.theme === 'night' ? 0.2 : 0.34 });
  return fill + line(outline, c.near, 1.8);
}

/** How far somebody reaches who walks alone. */
export function rangeRing(c: Palette, { x, y }: Point, radius: number): string {
  const dots = `stroke="${c.lagoon}" stroke-opacity=".55" stroke-width="1.3" stroke-dasharray="1 6"`;
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${c.lagoon}" fill-opacity=".05" ${dots}/>`;
}
