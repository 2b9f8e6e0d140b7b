import type { Palette } from '../palette.ts';
import { FIGURE_IDS, LOOKS } from '../people/cast.ts';
import { VIEWS } from '../people/look.ts';
import { person, SPRITE_POSES } from '../people/person.ts';
import { move, svgFile } from '../svg.ts';

/** One cell of the sheet in pixels: a person is one tile wide and one and a half tall, and waves. */
const CELL = { width: 36, height: 64 };
/** Where the feet stand in a cell. */
const FEET = { x: 18, y: 58 };

interface Frame {
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly rotated: false;
  readonly trimmed: false;
  readonly spriteSourceSize: { readonly x: 0; readonly y: 0; readonly w: number; readonly h: number };
  readonly sourceSize: { readonly w: number; readonly h: number };
  readonly anchor: { readonly x: number; readonly y: number };
}

/** A sprite sheet as PixiJS reads it. */
export interface PeopleSheet {
  readonly frames: Readonly<Record<string, Frame>>;
  /** `<figure>.<view>.walk`: the frames of one full stride. */
  readonly animations: Readonly<Record<string, readonly string[]>>;
  readonly meta: {
    readonly image: string;
    readonly format: 'RGBA8888';
    readonly size: { readonly w: number; readonly h: number };
    readonly scale: '1';
  };
}

const WALK = ['walk1', 'walk2', 'walk3', 'walk4'] as const;

const SHEET = {
  width: VIEWS.length * SPRITE_POSES.length * CELL.width,
  height: FIGURE_IDS.length * CELL.height,
};

function cells() {
  return FIGURE_IDS.flatMap((id, row) =>
    VIEWS.flatMap((view, group) =>
      SPRITE_POSES.map((pose, index) => ({
        id,
        view,
        pose,
        x: (group * SPRITE_POSES.length + index) * CELL.width,
        y: row * CELL.height,
      })),
    ),
  );
}

function frameAt(x: number, y: number): Frame {
  return {
    frame: { x, y, w: CELL.width, h: CELL.height },
    rotated: false,
    trimmed: false,
    spriteSourceSize: { x: 0, y: 0, w: CELL.width, h: CELL.height },
    sourceSize: { w: CELL.width, h: CELL.height },
    anchor: { x: FEET.x / CELL.width, y: FEET.y / CELL.height },
  };
}

/** Names and places of all frames. */
export function peopleSheet(): PeopleSheet {
  const frames = cells().map(({ id, view, pose, x, y }) => [`${id}.${view}.${pose}`, frameAt(x, y)] as const);
  const animations = FIGURE_IDS.flatMap((id) =>
    VIEWS.map((view) => [`${id}.${view}.walk`, WALK.map((pose) => `${id}.${view}.${pose}`)] as const),
  );
  return {
    frames: Object.fromEntries(frames),
    animations: Object.fromEntries(animations),
    meta: {
      image: 'people.png',
      format: 'RGBA8888',
      size: { w: SHEET.width, h: SHEET.height },
      scale: '1',
    },
  };
}

/** The sheet as an SVG file, one pixel to a unit. */
export function peopleSheetSvg(c: Palette): string {
  const art = cells().map(({ id, view, pose, x, y }) =>
    move(x + FEET.x, y + FEET.y, person(c, LOOKS[id], { view, pose })),
  );
  return svgFile({ x: 0, y: 0, ...SHEET }, art.join(''));
}
