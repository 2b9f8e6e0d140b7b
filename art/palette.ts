import {
  CLOTH_COLOURS,
  HAIR_COLOURS,
  type Oklch,
  ROOM_COLOURS,
  SIGNAL_COLOURS,
  SKIN_TONES,
  YARD_COLOURS,
} from './colours.ts';

export type Theme = 'day' | 'night';
export type HairColour = keyof typeof HAIR_COLOURS;
export type ClothColour = keyof typeof CLOTH_COLOURS;
/** 0 is the lightest of six. */
export type SkinIndex = 0 | 1 | 2 | 3 | 4 | 5;

/** One material in the light, in the shade, and where the light catches it. */
export interface Tones {
  readonly base: string;
  readonly shade: string;
  readonly light: string;
}

/** `flush` is the cheeks, `line` the nose and mouth. */
export interface SkinTones {
  readonly base: string;
  readonly shade: string;
  readonly flush: string;
  readonly line: string;
}

type MapColour = keyof typeof ROOM_COLOURS | keyof typeof YARD_COLOURS | keyof typeof SIGNAL_COLOURS;
type FaceColour = 'eye' | 'tooth' | 'lip';
export type ColourName = MapColour | FaceColour;

/** Every colour a picture may use, as `#rrggbb`. Passed to each drawing function. */
export type Palette = Readonly<Record<ColourName, string>> & {
  readonly theme: Theme;
  readonly skins: readonly SkinTones[];
  readonly hairs: Readonly<Record<HairColour, Tones>>;
  readonly cloths: Readonly<Record<ClothColour, Tones>>;
};

type Oklab = readonly [lightness: number, a: number, b: number];
type Convert = (colour: Oklch) => string;

const FACE_COLOURS = {
  eye: [0.27, 0.018, 250],
  tooth: [0.985, 0.004, 84],
  lip: [0.56, 0.09, 25],
} as const satisfies Record<FaceColour, Oklch>;

/** Things that give or reflect light are chosen by hand for the night. */
const NIGHT_LIGHTS = {
  sky: [0.285, 0.04, 258],
  sky2: [0.32, 0.045, 255],
  shadow: [0.09, 0.02, 250],
  glow: [0.7, 0.045, 215],
  glass: [0.56, 0.05, 215],
  glassEdge: [0.56, 0.025, 215],
  paperTag: [0.225, 0.015, 232],
  ink: [0.945, 0.008, 84],
  lagoon: [0.74, 0.09, 205],
} as const satisfies Partial<Record<ColourName, Oklch>>;

function toOklab([lightness, chroma, hue]: Oklch): Oklab {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

function toSrgbByte(linear: number): number {
  const clamped = Math.min(1, Math.max(0, linear));
  const encoded = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

/** Matrices: Björn Ottosson, "A perceptual color space for image processing" (2020). */
function oklabToHex([lightness, a, b]: Oklab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((value) => toSrgbByte(value).toString(16).padStart(2, '0')).join('')}`;
}

/** An OKLCH colour as `#rrggbb`, clipped to sRGB. */
export function toHex(colour: Oklch): string {
  return oklabToHex(toOklab(colour));
}

/* Night is computed, not redrawn: lower light, less chroma, a breath of blue. People dim less than rooms. */
function roomAtNight(colour: Oklch): string {
  const [lightness, a, b] = toOklab(colour);
  return oklabToHex([0.1 + lightness * 0.37, a * 0.62 - 0.003, b * 0.6 - 0.012]);
}

function yardAtNight(colour: Oklch): string {
  const [lightness, a, b] = toOklab(colour);
  return oklabToHex([0.055 + lightness * 0.3, a * 0.55 - 0.006, b * 0.5 - 0.02]);
}

function personAtNight(colour: Oklch): string {
  const [lightness, a, b] = toOklab(colour);
  return oklabToHex([0.03 + lightness * 0.82, a * 0.86, b * 0.84 - 0.004]);
}

function shifted([lightness, chroma, hue]: Oklch, by: number): Oklch {
  const darker = by < 0;
  return [Math.max(0, lightness + by), chroma * (darker ? 1.06 : 0.94), hue + (darker ? -3 : 2)];
}

function tonesOf(colour: Oklch, convert: Convert): Tones {
  return {
    base: convert(colour),
    shade: convert(shifted(colour, -0.07)),
    light: convert(shifted(colour, 0.055)),
  };
}

function skinOf(colour: Oklch, convert: Convert): SkinTones {
  return {
    base: convert(colour),
    shade: convert(shifted(colour, -0.075)),
    flush: convert([colour[0] - 0.04, colour[1] + 0.055, 32]),
    line: convert(shifted(colour, -0.22)),
  };
}

function mapTable<Name extends string, Value>(
  table: Readonly<Record<Name, Oklch>>,
  convert: (colour: Oklch) => Value,
): Record<Name, Value> {
  const entries = Object.entries<Oklch>(table).map(([name, colour]) => [name, convert(colour)]);
  return Object.fromEntries(entries);
}

interface Conversions {
  readonly theme: Theme;
  readonly room: Convert;
  readonly yard: Convert;
  readonly person: Convert;
  readonly overrides: Readonly<Partial<Record<ColourName, string>>>;
}

function makePalette({ theme, room, yard, person, overrides }: Conversions): Palette {
  return {
    theme,
    ...mapTable(ROOM_COLOURS, room),
    ...mapTable(YARD_COLOURS, yard),
    ...mapTable(SIGNAL_COLOURS, toHex),
    ...mapTable(FACE_COLOURS, person),
    ...overrides,
    skins: SKIN_TONES.map((tone) => skinOf(tone, person)),
    hairs: mapTable(HAIR_COLOURS, (colour) => tonesOf(colour, person)),
    cloths: mapTable(CLOTH_COLOURS, (colour) => tonesOf(colour, person)),
  };
}

/** Colours as drawn. */
export function dayPalette(): Palette {
  return makePalette({ theme: 'day', room: toHex, yard: toHex, person: toHex, overrides: {} });
}

/** The day's colours after dark; its keys equal the day's. */
export function nightPalette(): Palette {
  return makePalette({
    theme: 'night',
    room: roomAtNight,
    yard: yardAtNight,
    person: personAtNight,
    overrides: mapTable(NIGHT_LIGHTS, toHex),
  });
}

/** The three tones of a furniture colour. */
export function materialTones(c: Palette, name: 'sea' | 'clay' | 'sage' | 'rose'): Tones {
  return { base: c[name], shade: c[`${name}2`], light: c[`${name}3`] };
}
