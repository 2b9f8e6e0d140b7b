import { Resvg } from '@resvg/resvg-js';

/** Pixels row by row, four bytes each: red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Text is never drawn, so the machine's fonts are left alone. */
const NO_FONTS = { loadSystemFonts: false };

/** Draws an SVG file, `zoom` pixels to its pixel. */
export function rasterize(svg: string, zoom = 1): Picture {
  const image = new Resvg(svg, { font: NO_FONTS, fitTo: { mode: 'zoom', value: zoom } }).render();
  return { width: image.width, height: image.height, pixels: image.pixels };
}

/** Draws an SVG file as PNG. */
export function rasterizeToPng(svg: string, zoom = 1): Uint8Array {
  return new Resvg(svg, { font: NO_FONTS, fitTo: { mode: 'zoom', value: zoom } }).render().asPng();
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest rectangle that holds every pixel that shows; null for an empty picture. */
export function visibleBounds({ width, height, pixels }: Picture): Bounds | null {
  let left = width;
  let top = height;
  let right = 0;
  let bottom = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[(y * width + x) * 4 + 3] === 0) continue;
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + 1);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return right === 0 ? null : { left, top, right, bottom };
}
