import type { Picture } from './raster.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An opaque picture of one colour, given as red, green, blue. */
export function blank(width: number, height: number, colour: readonly [number, number, number]): Picture {
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) pixels.set([...colour, 255], i * 4);
  return { width, height, pixels };
}

/** Lays a part of `source` over `target` at (`x`, `y`). `source` has its colours multiplied by its alpha. */
export function lay(target: Picture, source: Picture, from: Area, x: number, y: number, opacity = 1): void {
  for (let row = 0; row < from.height; row++) {
    for (let column = 0; column < from.width; column++) {
      const tx = x + column;
      const ty = y + row;
      if (tx < 0 || ty < 0 || tx >= target.width || ty >= target.height) continue;
      const s = ((from.y + row) * source.width + from.x + column) * 4;
      const t = (ty * target.width + tx) * 4;
      const left = 1 - ((source.pixels[s + 3] ?? 0) / 255) * opacity;
      for (let channel = 0; channel < 4; channel++) {
        const value = (source.pixels[s + channel] ?? 0) * opacity + (target.pixels[t + channel] ?? 0) * left;
        target.pixels[t + channel] = Math.min(255, Math.round(value));
      }
    }
  }
}

/** A fully transparent picture. */
export function clear(width: number, height: number): Picture {
  return { width, height, pixels: new Uint8Array(width * height * 4) };
}
