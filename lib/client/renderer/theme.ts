/** Day or night on the map. The interface's light and dark themes go with them. */
export type MapTheme = 'day' | 'night';

/** Colours of what is drawn, not rasterized. They are the tokens of `app/styles/tokens.css` in sRGB. */
export interface MapColours {
  /** Around the map. */
  readonly outside: number;
  readonly near: number;
  readonly nearFillAlpha: number;
  readonly lagoon: number;
  readonly shadow: number;
  readonly shadowAlpha: number;
  readonly lamp: number;
}

export const mapColours: Readonly<Record<MapTheme, MapColours>> = {
  day: {
    outside: 0xd4e1c5,
    near: 0xf7b03c,
    nearFillAlpha: 0.34,
    lagoon: 0x006775,
    shadow: 0x263746,
    shadowAlpha: 0.17,
    lamp: 0xfaf1dc,
  },
  night: {
    outside: 0x283736,
    near: 0xf9b95a,
    nearFillAlpha: 0.2,
    lagoon: 0x5dbbc6,
    shadow: 0x000307,
    shadowAlpha: 0.42,
    lamp: 0xffe0b0,
  },
};

/** Duration of calm movements (growing bubble), in ms: the look's `--dur-calm`. */
export const calmMs = 220;
/** Duration of quick ones (fading), in ms: the look's `--dur-fast`. */
export const fastMs = 120;

/** A colour number as CSS text. */
export function cssColour(colour: number, alpha: number): string {
  return `rgb(${(colour >> 16) & 0xff} ${(colour >> 8) & 0xff} ${colour & 0xff} / ${alpha})`;
}
