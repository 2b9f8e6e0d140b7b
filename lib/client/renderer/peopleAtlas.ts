import * as z from 'zod/mini';
import type { Facing } from '#lib/domain/geometry.ts';
import type { ImageFrame } from './tilesets.ts';

const rectangleSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });

const frameSchema = z.object({
  frame: rectangleSchema,
  anchor: z.optional(z.object({ x: z.number(), y: z.number() })),
});

/** The part of the PixiJS spritesheet format that is read: names, rectangles, anchors. */
const sheetSchema = z.object({
  frames: z.record(z.string(), frameSchema),
  meta: z.object({ image: z.string() }),
});

/** One picture of a character. */
export interface PersonFrame {
  readonly frame: ImageFrame;
  /** The point of the frame that stands on the ground, as shares of its width and height. */
  readonly anchor: { readonly x: number; readonly y: number };
  readonly isMirrored: boolean;
}

/** All characters. */
export interface PeopleAtlas {
  readonly image: string;
  /** The picture of a character; `walkShare` runs from 0 to 1 over one stride, null while standing. */
  frameOf(cast: string, facing: Facing, walkShare: number | null): PersonFrame | null;
}

/** The feet are this share of a frame's height from its top when the sheet does not say. */
const defaultAnchor = { x: 0.5, y: 0.94 };

/** Reads a spritesheet of frames named `<cast>.<down|right|up>.<stand|walk1|walk2…>`; left is right, mirrored. */
export function readPeopleAtlas(sheet: unknown, directory = ''): PeopleAtlas {
  const { frames, meta } = sheetSchema.parse(sheet);
  const image = `${directory}${meta.image}`;
  const casts = [...new Set(Object.keys(frames).map((name) => name.split('.')[0] ?? ''))];
  const walks = new Map<string, readonly string[]>();

  function walkNames(prefix: string): readonly string[] {
    const known = walks.get(prefix);
    if (known !== undefined) return known;
    const found = Object.keys(frames).filter((name) => name.startsWith(`${prefix}.walk`));
    const names = withStands(
      found.sort((a, b) => stepNumber(a) - stepNumber(b)),
      `${prefix}.stand`,
    );
    walks.set(prefix, names);
    return names;
  }

  return {
    image,
    frameOf(cast, facing, walkShare) {
      const known = casts.includes(cast) ? cast : casts[0];
      if (known === undefined) return null;
      const prefix = `${known}.${facing === 'left' ? 'right' : facing}`;
      const cycle = walkNames(prefix);
      const name =
        walkShare === null
          ? `${prefix}.stand`
          : (cycle[Math.floor(walkShare * cycle.length) % cycle.length] ?? '');
      const found = frames[name] ?? frames[`${prefix}.stand`];
      if (found === undefined) return null;
      const { x, y, w, h } = found.frame;
      return {
        frame: { image, x, y, width: w, height: h },
        anchor: found.anchor ?? defaultAnchor,
        isMirrored: facing === 'left',
      };
    },
  };
}

/** Two drawn steps make a stride of four: between them the legs pass each other, which is the standing picture. */
function withStands(walk: readonly string[], stand: string): readonly string[] {
  return walk.length > 2 ? walk : walk.flatMap((name) => [name, stand]);
}

function stepNumber(name: string): number {
  return Number(name.slice(name.lastIndexOf('.walk') + '.walk'.length));
}
