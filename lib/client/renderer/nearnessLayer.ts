import { Container } from 'pixi.js';
import type { Bubble } from '#lib/protocol/catalogue.ts';
import { bubbleOutline, bubbleRadiusPx, type Point } from './bubbleShape.ts';
import { type CanvasSprite, createCanvasSprite } from './canvasSprite.ts';
import type { DrawnPerson } from './DrawnPerson.ts';
import { drawBubble, drawRing } from './nearnessArt.ts';
import { type Box, boundsOf } from './standing.ts';
import { calmMs, type MapColours } from './theme.ts';
import { createTween, type Tween } from './tween.ts';

/** A bubble starts at this share of its size. */
const budShare = 0.35;
/** Discs lie a little above the feet, in map pixels. */
const liftPx = 3;
/** Room for the rim around a picture, in map pixels. */
const rimRoomPx = 3;

export interface NearnessInput {
  readonly people: readonly DrawnPerson[];
  readonly bubbles: readonly Bubble[];
  /** Range of my own ring in map pixels, or null when it is not to be seen. */
  readonly ringPx: number | null;
  readonly colours: MapColours;
  /** Growth takes no time for those who asked for less motion. */
  readonly isReducedMotion: boolean;
  /** Device px per map pixel. */
  readonly pixelsPerMapPx: number;
}

/** Who hears whom, on the floor: amber bubbles, and my own dotted range while I walk alone. */
export interface NearnessLayer {
  readonly container: Container;
  /** True while something still grows. */
  update(input: NearnessInput, nowMs: number): boolean;
  destroy(): void;
}

interface Grown {
  readonly picture: CanvasSprite;
  readonly size: Tween;
  /** Arrival of each member, 0 to 1: a newcomer's disc is drawn out of the nearest member's. */
  readonly arrivals: Map<number, Tween>;
  /** What the picture shows, so that it is only redrawn when that changes. */
  shown: string;
}

/** @param roomAt the rectangles that a bubble of people at these points is kept within, in map pixels; none: anywhere */
export function createNearnessLayer(roomAt: (points: readonly Point[]) => readonly Box[]): NearnessLayer {
  const container = new Container();
  const ring = createCanvasSprite();
  const grown = new Map<string, Grown>();
  let ringShown = '';
  container.addChild(ring.sprite);

  function add(bubble: Bubble, nowMs: number, lengthMs: number): Grown {
    const entry = {
      picture: createCanvasSprite(),
      size: createTween(budShare),
      arrivals: new Map(),
      shown: '',
    };
    for (const member of bubble.members) entry.arrivals.set(member, createTween(1));
    entry.size.to(1, nowMs, lengthMs);
    grown.set(bubble.id, entry);
    container.addChild(entry.picture.sprite);
    return entry;
  }

  function grownOf(bubble: Bubble, nowMs: number, lengthMs: number): Grown {
    const entry = grown.get(bubble.id) ?? add(bubble, nowMs, lengthMs);
    for (const member of bubble.members) {
      if (entry.arrivals.has(member)) continue;
      const arrival = createTween(0);
      arrival.to(1, nowMs, lengthMs);
      entry.arrivals.set(member, arrival);
    }
    for (const member of entry.arrivals.keys()) {
      if (!bubble.members.includes(member)) entry.arrivals.delete(member);
    }
    return entry;
  }

  function showBubble(entry: Grown, bubble: Bubble, input: NearnessInput, nowMs: number): void {
    const members = input.people.filter((person) => bubble.members.includes(person.entity));
    const points = centres(entry, members, nowMs);
    const outline = bubbleOutline(points, bubbleRadiusPx * entry.size.at(nowMs));
    entry.picture.sprite.visible = outline.length > 2;
    const shown = shownKey(points, entry.size.at(nowMs), input);
    if (outline.length < 3 || shown === entry.shown) return;
    entry.shown = shown;
    entry.picture.redraw(boundsOf(outline, rimRoomPx), input.pixelsPerMapPx, (context) =>
      drawBubble(context, outline, roomAt(points), input.colours),
    );
  }

  function showRing(input: NearnessInput): void {
    const self = input.people.find((person) => person.isSelf);
    const radiusPx = input.ringPx;
    ring.sprite.visible = self !== undefined && radiusPx !== null;
    if (self === undefined || radiusPx === null) return;
    const half = radiusPx + rimRoomPx;
    const shown = `${radiusPx} ${input.colours.lagoon} ${input.pixelsPerMapPx}`;
    if (shown !== ringShown) {
      const box = { x: -half, y: -half, width: half * 2, height: half * 2 };
      ring.redraw(box, input.pixelsPerMapPx, (context) => drawRing(context, radiusPx, input.colours));
      ringShown = shown;
    }
    ring.sprite.position.set(self.feet.x - half, self.feet.y - liftPx - half);
  }

  function dropGone(bubbles: readonly Bubble[]): void {
    const ids = new Set(bubbles.map((bubble) => bubble.id));
    for (const [id, entry] of grown) {
      if (ids.has(id)) continue;
      entry.picture.destroy();
      grown.delete(id);
    }
  }

  return {
    container,
    update(input, nowMs) {
      const lengthMs = input.isReducedMotion ? 0 : calmMs;
      const together = input.bubbles.filter((bubble) => bubble.members.length > 1);
      dropGone(together);
      for (const bubble of together) showBubble(grownOf(bubble, nowMs, lengthMs), bubble, input, nowMs);
      showRing(input);
      return [...grown.values()].some((entry) => isGrowing(entry, nowMs));
    },
    destroy() {
      ring.destroy();
      for (const entry of grown.values()) entry.picture.destroy();
    },
  };
}

function isGrowing(entry: Grown, nowMs: number): boolean {
  return entry.size.isRunning(nowMs) || [...entry.arrivals.values()].some((tween) => tween.isRunning(nowMs));
}

function shownKey(points: readonly Point[], size: number, input: NearnessInput): string {
  const places = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return `${places} ${size.toFixed(3)} ${input.colours.near} ${input.colours.nearFillAlpha} ${input.pixelsPerMapPx}`;
}

function centres(entry: Grown, members: readonly DrawnPerson[], nowMs: number): readonly Point[] {
  const places = members.map((person) => ({
    point: { x: person.feet.x, y: person.feet.y - liftPx },
    share: entry.arrivals.get(person.entity)?.at(nowMs) ?? 1,
  }));
  const settled = places.filter(({ share }) => share >= 1).map(({ point }) => point);
  return places.map(({ point, share }) => {
    const root = share >= 1 ? point : (nearestOf(point, settled) ?? point);
    return { x: root.x + (point.x - root.x) * share, y: root.y + (point.y - root.y) * share };
  });
}

function nearestOf(point: Point, others: readonly Point[]): Point | null {
  return others.reduce<Point | null>(
    (best, other) => (best === null || distance(point, other) < distance(point, best) ? other : best),
    null,
  );
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
