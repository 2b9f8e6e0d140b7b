import { CAST_IDS, type CastId } from '#lib/domain/cast.ts';
import { type Look, look } from './look.ts';

/** Who is on the sprite sheet: the cast, and the resident who welcomes newcomers. */
export type FigureId = CastId | 'resident';
export const FIGURE_IDS: readonly FigureId[] = [...CAST_IDS, 'resident'];

// biome-ignore format: one person a line
export const LOOKS: Record<FigureId, Look> = {
  mira: look({ skin: 2, hair: 'bob', hairColour: 'black', wear: 'cardigan', top: 'sea', under: 'cream', legs: 'denim', shoes: 'white' }),
  jonas: look({ skin: 0, hair: 'quiff', hairColour: 'sand', wear: 'shirt', top: 'sky', legs: 'navy', shoes: 'brick', beard: true }),
  amara: look({ skin: 5, hair: 'curls', hairColour: 'black', wear: 'turtleneck', top: 'clay', legs: 'char', shoes: 'white', earrings: true }),
  tomas: look({ skin: 1, hair: 'crop', hairColour: 'brown', wear: 'hoodie', top: 'sage', legs: 'denim', glasses: true }),
  yuki: look({ skin: 1, hair: 'fringe', hairColour: 'black', wear: 'overalls', top: 'cream', under: 'denim', legs: 'denim', shoes: 'white' }),
  priya: look({ skin: 3, hair: 'long', hairColour: 'black', wear: 'dress', top: 'plum' }),
  leo: look({ skin: 4, hair: 'crop', hairColour: 'black', wear: 'stripes', top: 'navy', legs: 'khaki', shoes: 'white', beard: true }),
  samira: look({ skin: 2, hair: 'scarf', hairColour: 'black', hat: 'rose', wear: 'blazer', top: 'slate', legs: 'char' }),
  hugo: look({ skin: 0, hair: 'bald', hairColour: 'grey', wear: 'vest', top: 'olive', legs: 'khaki', beard: true, glasses: true }),
  nadia: look({ skin: 1, hair: 'waves', hairColour: 'auburn', wear: 'sweater', top: 'cream', legs: 'olive', shoes: 'brick' }),
  ben: look({ skin: 3, hair: 'beanie', hairColour: 'black', hat: 'clay', wear: 'tee', top: 'cream', legs: 'denim' }),
  zoe: look({ skin: 0, hair: 'tail', hairColour: 'chestnut', wear: 'stripes', top: 'white', under: 'sea', legs: 'ink', shoes: 'white' }),
  ola: look({ skin: 5, hair: 'bun', hairColour: 'black', wear: 'dress', top: 'sage', earrings: true }),
  ken: look({ skin: 1, hair: 'quiff', hairColour: 'black', wear: 'tee', top: 'brick', legs: 'char', headphones: true }),
  greta: look({ skin: 0, hair: 'bun', hairColour: 'white', wear: 'cardigan', top: 'rose', legs: 'slate', glasses: true }),
  malik: look({ skin: 4, hair: 'curls', hairColour: 'brown', wear: 'hoodie', top: 'khaki', under: 'cream', legs: 'navy', shoes: 'white' }),
  resident: look({ skin: 3, hair: 'crop', hairColour: 'grey', wear: 'turtleneck', top: 'white', sash: 'sea', legs: 'sea', shoes: 'white', headphones: true }),
};
