/** Red, green and blue of the sRGB space, from 0 to 255 each, and opacity from 0 to 1. */
export interface Rgba {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** What is seen when a colour lies on an opaque ground. */
export function over(top: Rgba, ground: Rgba): Rgba {
  const mix = (from: number, to: number) => from * top.a + to * (1 - top.a);
  return { r: mix(top.r, ground.r), g: mix(top.g, ground.g), b: mix(top.b, ground.b), a: 1 };
}

/** Relative luminance (WCAG 2.2, definition), of an opaque colour. */
function luminanceOf({ r, g, b }: Rgba): number {
  const linear = [r, g, b].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = linear;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two opaque colours, from 1 to 21 (WCAG 2.2, definition). */
export function contrastOf(one: Rgba, other: Rgba): number {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
