import { CanvasSource, Sprite, Texture } from 'pixi.js';

/** A sprite whose picture is drawn with the 2D canvas: smooth edges without multisampling the whole screen. */
export interface CanvasSprite {
  readonly sprite: Sprite;
  /**
   * Draws the picture anew. `box` is its place in map pixels; `draw` works in map pixels too, on an empty picture.
   * @param pixelsPerMapPx device px per map pixel
   */
  redraw(
    box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    pixelsPerMapPx: number,
    draw: (context: CanvasRenderingContext2D) => void,
  ): void;
  destroy(): void;
}

export function createCanvasSprite(): CanvasSprite {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const sprite = new Sprite();
  let source: CanvasSource | null = null;

  /** The picture only grows, in steps, so that a walking group does not need a new texture with every frame. */
  function ensureSize(width: number, height: number): CanvasSource {
    const isLarge = source !== null && canvas.width >= width && canvas.height >= height;
    if (isLarge && source !== null) return source;
    canvas.width = Math.ceil(Math.max(canvas.width, width) / 64) * 64;
    canvas.height = Math.ceil(Math.max(canvas.height, height) / 64) * 64;
    source?.unload();
    source = new CanvasSource({ resource: canvas, scaleMode: 'linear', autoGarbageCollect: false });
    sprite.texture = new Texture({ source });
    return source;
  }

  return {
    sprite,
    redraw(box, pixelsPerMapPx, draw) {
      if (context === null) return;
      const target = ensureSize(
        Math.ceil(box.width * pixelsPerMapPx),
        Math.ceil(box.height * pixelsPerMapPx),
      );
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(
        pixelsPerMapPx,
        0,
        0,
        pixelsPerMapPx,
        -box.x * pixelsPerMapPx,
        -box.y * pixelsPerMapPx,
      );
      draw(context);
      target.update();
      sprite.position.set(box.x, box.y);
      sprite.scale.set(1 / pixelsPerMapPx);
    },
    destroy() {
      if (source !== null) freeCanvas(source);
      sprite.destroy();
    },
  };
}

/**
 * Frees a drawn picture, on the GPU and off it. The source itself is left to the garbage collector: PixiJS still names it
 * in the batches it has cached and complains of destroyed ones.
 */
export function freeCanvas(source: CanvasSource): void {
  source.unload();
  source.resource.width = 0;
  source.resource.height = 0;
}
