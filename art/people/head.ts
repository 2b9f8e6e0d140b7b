import type { Palette, SkinTones, Tones } from '../palette.ts';
import { circleLine, disc, line, oval, rect, round, shape } from '../svg.ts';
import { hairOf } from './hair/index.ts';
import type { Look, Mood, View } from './look.ts';

interface HeadOptions {
  readonly mood?: Mood;
  /** Large pictures get a glint in the eyes and teeth. */
  readonly large?: boolean;
  /** Leaves out hair that was already drawn behind the shoulders. */
  readonly withoutBackHair?: boolean;
}

interface Face {
  readonly c: Palette;
  readonly look: Look;
  readonly skin: SkinTones;
  readonly hair: Tones;
  readonly mood: Mood;
  readonly large: boolean;
  readonly profile: boolean;
}

const EYE_Y = 0.5;
const MOUTH_Y = 4.7;

function eyes({ profile }: Face): { x: number; narrow: number }[] {
  return profile
    ? [
        { x: 1.9, narrow: 1 },
        { x: 6, narrow: 0.8 },
      ]
    : [
        { x: -3, narrow: 1 },
        { x: 3, narrow: 1 },
      ];
}

function cheeks({ skin, profile }: Face): string {
  const cheek = (x: number) => oval(x, 3.4, 1.7, 1.15, skin.flush, { opacity: 0.34 });
  return profile ? cheek(3.2) : cheek(-4.8) + cheek(4.8);
}

function beard({ look, hair, profile }: Face): string {
  if (!look.beard) return '';
  const inProfile =
    'M-1.6 1.6C-.6 4 2 4 4.2 3.4C6 3 7.4 3.4 7.5 2C7.4 6.4 4.2 9.6 1 9.4C-2.4 9 -3.4 5 -1.6 1.6Z';
  const fromTheFront =
    'M-7.7 .2C-7.4 6.6 -4.2 9.8 0 9.8C4.2 9.8 7.4 6.6 7.7 .2C6.6 2.6 5.4 3.4 3.6 3.2C1.6 2.6 -1.6 2.6 -3.6 3.2C-5.4 3.4 -6.6 2.6 -7.7 .2Z';
  return shape(profile ? inProfile : fromTheFront, hair.base);
}

function eye({ c, mood, large }: Face, x: number, narrow: number): string {
  if (mood === 'laugh') {
    const arc = `M${round(x - 1.2 * narrow)} ${EYE_Y + 0.3}q${round(1.2 * narrow)} -1.5 ${round(2.4 * narrow)} 0`;
    return line(arc, c.eye, 0.95);
  }
  const glint = large ? disc(x + 0.35, EYE_Y - 0.42, 0.3, c.tooth) : '';
  return oval(x, EYE_Y, 0.98 * narrow, 1.22, c.eye) + glint;
}

function brow({ look, skin, hair }: Face, x: number, narrow: number): string {
  const pale = look.hairColour === 'white' || look.hairColour === 'blond' || look.hairColour === 'grey';
  const arc = `M${round(x - 1.35 * narrow)} ${EYE_Y - 2.7}q${round(1.35 * narrow)} -.8 ${round(2.7 * narrow)} 0`;
  return line(arc, pale ? skin.line : hair.shade, 0.75);
}

function nose({ skin, profile }: Face): string {
  return profile
    ? line('M7.4 1.2q1.1 1.3 -.2 1.7', skin.shade, 1.1)
    : line('M.1 1.6q.9 1 -.3 1.4', skin.line, 0.6, { opacity: 0.75 });
}

function talkingMouth({ c, large, profile }: Face, x: number): string {
  const teeth = large ? rect(x - 1, MOUTH_Y - 0.8, 2, 0.7, c.tooth, 0.3) : '';
  return oval(x + (profile ? 0.9 : 0), MOUTH_Y + 0.35, profile ? 1.2 : 1.55, 1.35, c.lip) + teeth;
}

function mouth(face: Face): string {
  const { c, look, skin, mood, profile } = face;
  const x = profile ? 3.1 : 0;
  switch (mood) {
    case 'talk':
      return talkingMouth(face, x);
    case 'laugh': {
      const open = shape(`M${round(x - 1.9)} ${MOUTH_Y - 0.6}h3.8q-.2 2.6 -1.9 2.6t-1.9 -2.6z`, c.lip);
      return open + rect(x - 1.4, MOUTH_Y - 0.6, 2.8, 0.8, c.tooth, 0.3);
    }
    case 'flat':
      return line(`M${round(x - 1.3)} ${MOUTH_Y + 0.3}h2.6`, look.beard ? skin.base : skin.line, 0.8);
    case 'smile': {
      const colour = look.beard && look.skin < 3 ? skin.base : skin.line;
      return line(`M${round(x - 1.8)} ${MOUTH_Y - 0.1}q1.8 1.6 3.6 0`, colour, 0.8);
    }
  }
}

function glasses(face: Face): string {
  const { c, look, profile } = face;
  if (!look.glasses) return '';
  const lenses = eyes(face).map(({ x }, index) => {
    const radius = profile && index === 1 ? 2 : 2.35;
    return disc(x, EYE_Y, radius, c.tooth, { opacity: 0.16 }) + circleLine(x, EYE_Y, radius, c.dark2, 0.75);
  });
  const bridge = profile ? 'M-.4 .2H-4M4 .1h.4' : 'M-.7 .2q.7 -.5 1.4 0M-5.3 .1l-2 -.5M5.3 .1l2 -.5';
  return lenses.join('') + line(bridge, c.dark2, 0.7);
}

/** Headphones, with a microphone for those who help. */
function headphones({ c, look, profile }: Face): string {
  if (!look.headphones) return '';
  const band = profile ? 'M-1.6 1C-3 -11.8 1 -12 1.6 -10.4' : 'M-8.6 0C-9.4 -13 9.4 -13 8.6 0';
  const cups = profile
    ? rect(-4.4, -1.6, 4.6, 6, c.dark, 2.2)
    : rect(-10, -1.6, 3.4, 6, c.dark, 1.7) + rect(6.6, -1.6, 3.4, 6, c.dark, 1.7);
  const boom = profile ? 'M-2 3.6Q0 7.4 4.4 6.8' : 'M-8.4 3.6Q-7.6 8 -2.6 7.2';
  const microphone =
    look.sash === null
      ? ''
      : line(boom, c.dark, 1) + disc(profile ? 4.8 : -2.2, profile ? 6.7 : 7.1, 1.3, c.dark);
  return line(band, c.dark, 1.7) + cups + microphone;
}

function headphonesFromBehind(c: Palette, look: Look): string {
  if (!look.headphones) return '';
  return (
    line('M-8.6 0C-9.4 -13 9.4 -13 8.6 0', c.dark, 1.7) +
    rect(-10, -1.6, 3.4, 6, c.dark, 1.7) +
    rect(6.6, -1.6, 3.4, 6, c.dark, 1.7)
  );
}

function features(face: Face): string {
  const { c, look, profile } = face;
  const eyesAndBrows = eyes(face).map(({ x, narrow }) => eye(face, x, narrow) + brow(face, x, narrow));
  const earrings = look.earrings && !profile ? disc(-8, 3.4, 0.7, c.cream) + disc(8, 3.4, 0.7, c.cream) : '';
  return cheeks(face) + beard(face) + eyesAndBrows.join('') + nose(face) + mouth(face) + earrings;
}

/** A head around (0, 0), 17 units high without its hair. */
export function head(c: Palette, look: Look, view: View, options: HeadOptions = {}): string {
  const { mood = 'smile', large = false, withoutBackHair = false } = options;
  const skin = c.skins[look.skin] ?? c.skins[0];
  if (skin === undefined) throw new Error(`No skin tone ${look.skin}`);
  const hair = hairOf(c, look, view);
  const ears =
    view === 'right' ? '' : oval(-7.7, 0.8, 1.7, 2.1, skin.shade) + oval(7.7, 0.8, 1.7, 2.1, skin.shade);
  const skull = shape(
    'M-7.7 -.8C-7.9 -11 7.9 -11 7.7 -.8C7.6 5.2 4.2 8.6 0 8.6C-4.2 8.6 -7.6 5.2 -7.7 -.8Z',
    skin.base,
  );
  const base = (withoutBackHair ? '' : hair.behind) + ears + skull;
  if (view === 'up') return base + hair.over + headphonesFromBehind(c, look);
  const face: Face = {
    c,
    look,
    skin,
    hair: c.hairs[look.hairColour],
    mood,
    large,
    profile: view === 'right',
  };
  return base + features(face) + hair.over + glasses(face) + headphones(face);
}
