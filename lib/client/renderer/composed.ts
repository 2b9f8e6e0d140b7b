import { CanvasSource, Texture } from 'pixi.js';
import type { PixelScale } from './images.ts';
import type { PlacedImage } from './mapModel.ts';
import type { TexturePage } from './textureBook.ts';

/** WebGL 2 promises textures of this side in px on every device in use. */
const largestSide = 4_096;

/**
 * Many placed images as one texture of the whole map: no seams between tiles at fractional zooms, and one quad to draw.
 * A map too large for one texture is composed at a lower resolution.
 */
export function composeTexture(
  images: readonly PlacedImage[],
  page: TexturePage,
  size: { readonly widthPx: number; readonly heightPx: number },
  scale: PixelScale,
): Texture {
  const fitting = Math.min(scale, largestSide / Math.max(size.widthPx, size.heightPx));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(size.widthPx * fitting);
  canvas.height = Math.ceil(size.heightPx * fitting);
  const context = canvas.getContext('2d');
  if (context === null) return Texture.EMPTY;
  for (const image of images) drawImage(context, image, page, fitting);
  const source = new CanvasSource({
    resource: canvas,
    resolution: fitting,
    scaleMode: 'linear',
    autoGarbageCollect: false,
  });
  return new Texture({ source });
}

function drawImage(
  context: CanvasRenderingContext2D,
  placed: PlacedImage,
  page: TexturePage,
  scale: number,
): void {
  const image = page.imageOf(placed.frame.image);
  if (image === undefined) return;
  const { x, y, width, height } = placed.frame;
  const k = image.pixelsPerMapPx;
  context.drawImage(
    image.element,
    x * k,
    y * k,
    width * k,
    height * k,
    placed.x * scale,
    placed.y * scale,
    placed.width * scale,
    placed.height * scale,
  );
}
