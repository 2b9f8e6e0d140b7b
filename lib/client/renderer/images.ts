import type { MapTheme } from './theme.ts';

/** A decoded image and how many of its pixels make one map pixel. */
export interface LoadedImage {
  readonly element: HTMLImageElement;
  readonly pixelsPerMapPx: 1 | 2;
}

export type PixelScale = LoadedImage['pixelsPerMapPx'];

/** The file of a variant: `floor.png` has the variants `floor@2x.png`, `floor-night.png` and `floor-night@2x.png`. */
export function variantPath(path: string, theme: MapTheme, scale: PixelScale): string {
  const dot = path.lastIndexOf('.');
  const stem = dot < 0 ? path : path.slice(0, dot);
  const ending = dot < 0 ? '' : path.slice(dot);
  return `${stem}${theme === 'night' ? '-night' : ''}${scale === 2 ? '@2x' : ''}${ending}`;
}

/** Loads images once each. */
export interface ImageStore {
  /** The best variant there is: the one asked for, else the same at 1×, else by day. Rejects when none loads. */
  load(path: string, theme: MapTheme, scale: PixelScale): Promise<LoadedImage>;
}

/** Makes the store of one map's images; paths are resolved against `baseUrl`. */
export function createImageStore(baseUrl: string): ImageStore {
  const loading = new Map<string, Promise<HTMLImageElement>>();

  function element(path: string): Promise<HTMLImageElement> {
    const known = loading.get(path);
    if (known !== undefined) return known;
    const promise = decode(new URL(path, baseUrl).href);
    loading.set(path, promise);
    return promise;
  }

  return {
    async load(path, theme, scale) {
      const variants: readonly (readonly [MapTheme, PixelScale])[] = [
        [theme, scale],
        [theme, 1],
        ['day', scale],
      ];
      for (const [variantTheme, variantScale] of variants) {
        const loaded = await Promise.allSettled([element(variantPath(path, variantTheme, variantScale))]);
        if (loaded[0].status === 'fulfilled')
          return { element: loaded[0].value, pixelsPerMapPx: variantScale };
      }
      return { element: await element(path), pixelsPerMapPx: 1 };
    },
  };
}

async function decode(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.decoding = 'async';
  image.src = url;
  await image.decode();
  return image;
}
