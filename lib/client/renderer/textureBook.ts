import { ImageSource, Rectangle, Texture } from 'pixi.js';
import type { ImageStore, LoadedImage, PixelScale } from './images.ts';
import type { MapTheme } from './theme.ts';
import type { ImageFrame } from './tilesets.ts';

/** Textures of one theme and pixel scale. */
export interface TexturePage {
  textureOf(frame: ImageFrame): Texture;
  imageOf(path: string): LoadedImage | undefined;
  /**
   * Frees the pictures on the GPU. The sources themselves stay until the renderer goes: PixiJS still names them in the
   * batches it has cached and complains of destroyed ones.
   */
  destroy(): void;
}

/** Loads the images of a theme and cuts textures from them; every frame of an image shares one upload to the GPU. */
export async function loadTexturePage(
  images: ImageStore,
  paths: readonly string[],
  theme: MapTheme,
  scale: PixelScale,
): Promise<TexturePage> {
  const unique = [...new Set(paths)];
  const loaded = new Map(
    await Promise.all(unique.map(async (path) => [path, await images.load(path, theme, scale)] as const)),
  );
  const sources = new Map<string, ImageSource>();
  const textures = new Map<string, Texture>();

  function sourceOf(path: string, image: LoadedImage): ImageSource {
    const known = sources.get(path);
    if (known !== undefined) return known;
    const source = new ImageSource({
      resource: image.element,
      resolution: image.pixelsPerMapPx,
      scaleMode: 'linear',
      autoGarbageCollect: false,
    });
    sources.set(path, source);
    return source;
  }

  return {
    imageOf: (path) => loaded.get(path),
    textureOf(frame) {
      const key = `${frame.image} ${frame.x} ${frame.y} ${frame.width} ${frame.height}`;
      const known = textures.get(key);
      if (known !== undefined) return known;
      const image = loaded.get(frame.image);
      if (image === undefined) return Texture.EMPTY;
      const rectangle = new Rectangle(frame.x, frame.y, frame.width, frame.height);
      const texture = new Texture({ source: sourceOf(frame.image, image), frame: rectangle });
      textures.set(key, texture);
      return texture;
    },
    destroy() {
      for (const source of sources.values()) source.unload();
      textures.clear();
    },
  };
}
