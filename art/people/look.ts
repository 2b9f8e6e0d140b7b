import type { ClothColour, HairColour, SkinIndex } from '../palette.ts';

/** Towards the viewer, to the right in profile, away. Left is right, mirrored. */
export type View = 'down' | 'right' | 'up';
export const VIEWS = ['down', 'right', 'up'] as const satisfies readonly View[];

export type HairStyle =
  | 'crop'
  | 'quiff'
  | 'bob'
  | 'long'
  | 'bun'
  | 'curls'
  | 'tail'
  | 'scarf'
  | 'beanie'
  | 'fringe'
  | 'waves'
  | 'bald';

export type Garment =
  | 'tee'
  | 'sweater'
  | 'hoodie'
  | 'shirt'
  | 'blazer'
  | 'dress'
  | 'stripes'
  | 'overalls'
  | 'cardigan'
  | 'turtleneck'
  | 'vest';

export type Mood = 'smile' | 'talk' | 'laugh' | 'flat';

/** Everything that tells one person from another. */
export interface Look {
  readonly skin: SkinIndex;
  readonly hair: HairStyle;
  readonly hairColour: HairColour;
  readonly wear: Garment;
  readonly top: ClothColour;
  /** What shows under or across the top. */
  readonly under: ClothColour;
  readonly legs: ClothColour;
  readonly shoes: ClothColour;
  /** The colour of a scarf or a beanie. */
  readonly hat: ClothColour;
  readonly beard: boolean;
  readonly glasses: boolean;
  readonly headphones: boolean;
  readonly earrings: boolean;
  /** A broad ribbon across the chest, worn by those who help. */
  readonly sash: ClothColour | null;
}

const PLAIN: Look = {
  skin: 1,
  hair: 'crop',
  hairColour: 'brown',
  wear: 'tee',
  top: 'sea',
  under: 'white',
  legs: 'denim',
  shoes: 'char',
  hat: 'sea',
  beard: false,
  glasses: false,
  headphones: false,
  earrings: false,
  sash: null,
};

/** A whole look from what is special about it. */
export function look(parts: Partial<Look>): Look {
  return { ...PLAIN, ...parts };
}

/** Garments that leave the forearms bare. */
export function hasShortSleeves(wear: Garment): boolean {
  return wear === 'tee' || wear === 'dress' || wear === 'stripes' || wear === 'overalls';
}

/** Hair that falls behind the shoulders and is therefore drawn before them. */
export function fallsBehind(hair: HairStyle): boolean {
  return hair === 'long' || hair === 'waves' || hair === 'bob' || hair === 'tail';
}
