import type { Palette } from './palette.ts';
import { type FigureId, LOOKS } from './people/cast.ts';
import { PERSON_SHADOW, person, type Stance } from './people/person.ts';
import { inkShadows, type Placed, TILE } from './piece.ts';
import { move, oval } from './svg.ts';

/** Somebody in a picture; `x` and `y` are where the feet are, in tiles. */
export interface SceneFigure extends Stance {
  readonly id: FigureId;
  readonly x: number;
  readonly y: number;
}

/** A lamp's pool of light, in units. */
export interface Pool {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A still picture of a place and its people. */
export interface Scene {
  readonly ground: string;
  readonly placed: readonly Placed[];
  readonly people: readonly SceneFigure[];
  /** Bubbles and rings: on the floor, under everything that stands. */
  readonly near: string;
  readonly pools: readonly Pool[];
}

const SHADOW_OPACITY = { day: 0.17, night: 0.42 };

/** Somebody on a seat is drawn over it, although the feet stand further north. */
function sortLine({ y, view, pose }: SceneFigure): number {
  if (pose === 'sofa') return y * TILE + 28;
  return y * TILE + (pose === 'sit' && view === 'down' ? 11 : 0);
}

/** What is drawn more than once is defined once. */
function sharedBodies(placed: readonly Placed[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { piece } of placed) counts.set(piece.body, (counts.get(piece.body) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1);
  return new Map(shared.map(([body], index) => [body, `p${index}`]));
}

function standing(c: Palette, scene: Scene): string {
  const shared = sharedBodies(scene.placed);
  const pieces = scene.placed.map(({ piece, x, y }) => {
    const id = shared.get(piece.body);
    const art = id === undefined ? move(x, y, piece.body) : `<use href="#${id}" x="${x}" y="${y}"/>`;
    return { line: y + piece.sortY, art };
  });
  const people = scene.people.map((one) => ({
    line: sortLine(one),
    art: move(one.x * TILE, one.y * TILE, person(c, LOOKS[one.id], one)),
  }));
  const definitions = [...shared].map(([body, id]) => `<g id="${id}">${body}</g>`).join('');
  const sorted = [...pieces, ...people].sort((a, b) => a.line - b.line);
  return `<defs>${definitions}</defs>${sorted.map(({ art }) => art).join('')}`;
}

function shadows(c: Palette, scene: Scene): string {
  const ofPieces = scene.placed.map(({ piece, x, y }) =>
    piece.shadow === '' ? '' : move(x, y, piece.shadow),
  );
  const ofPeople = scene.people
    .filter(({ pose }) => pose !== 'sit' && pose !== 'sofa')
    .map(({ x, y }) => move(x * TILE, y * TILE, PERSON_SHADOW));
  const ink = inkShadows([...ofPieces, ...ofPeople].join(''), c.shadow);
  return `<g opacity="${SHADOW_OPACITY[c.theme]}">${ink}</g>`;
}

function poolsOf(scene: Scene, gradient: string): string {
  return scene.pools
    .map(({ x, y, radius }) => oval(x, y, radius, radius * 0.86, `url(#${gradient})`))
    .join('');
}

function gradient(c: Palette, id: string, strength: number): string {
  const stop = (offset: number, opacity: number) =>
    `<stop offset="${offset}" stop-color="${c.lamp}" stop-opacity="${opacity}"/>`;
  return `<radialGradient id="${id}">${stop(0, strength)}${stop(0.5, strength * 0.42)}${stop(1, 0)}</radialGradient>`;
}

/** Everything in its order: ground, light, bubbles, shadows, things and people from north to south. */
export function drawScene(c: Palette, scene: Scene): string {
  const night = c.theme === 'night';
  const lamps = `<defs>${gradient(c, 'pool', 0.26)}${gradient(c, 'lit', 0.62)}</defs>${poolsOf(scene, 'pool')}`;
  const lit = `<g style="mix-blend-mode:soft-light">${poolsOf(scene, 'lit')}</g>`;
  return (
    scene.ground +
    (night ? lamps : '') +
    scene.near +
    shadows(c, scene) +
    standing(c, scene) +
    (night ? lit : '')
  );
}
