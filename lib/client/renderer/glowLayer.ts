import { Container, Sprite, Texture } from 'pixi.js';
import type { Glow } from './mapModel.ts';
import type { MapTheme } from './theme.ts';

const textureSize = 256;
/** Pools lie flat on a floor seen from above the front. */
const flatness = 0.86;
const floorStrength = 0.2;
const airStrength = 0.09;

/** Lamp light by night: pools on the floor, and a breath of it over everything. */
export interface GlowLayer {
  readonly onFloor: Container;
  readonly inAir: Container;
  setTheme(theme: MapTheme): void;
  destroy(): void;
}

export function createGlowLayer(glows: readonly Glow[], lampColour: number): GlowLayer {
  const texture = Texture.from(drawPool());
  const onFloor = poolsOf(glows, texture, lampColour, floorStrength);
  const inAir = poolsOf(glows, texture, lampColour, airStrength);
  for (const pool of inAir.children) pool.blendMode = 'add';
  return {
    onFloor,
    inAir,
    setTheme(theme) {
      onFloor.visible = theme === 'night';
      inAir.visible = theme === 'night';
    },
    destroy: () => texture.source.unload(),
  };
}

function poolsOf(glows: readonly Glow[], texture: Texture, tint: number, alpha: number): Container {
  const container = new Container({ alpha });
  for (const { x, y, radiusPx } of glows) {
    const sprite = new Sprite({ texture, anchor: 0.5, tint });
    sprite.position.set(x, y);
    sprite.setSize(radiusPx * 2, radiusPx * 2 * flatness);
    container.addChild(sprite);
  }
  return container;
}

/** White light that falls off from the middle: full, 42 % half way, nothing at the rim. */
function drawPool(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = textureSize;
  canvas.height = textureSize;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const middle = textureSize / 2;
  const light = context.createRadialGradient(middle, middle, 0, middle, middle, middle);
  light.addColorStop(0, 'rgb(255 255 255 / 1)');
  light.addColorStop(0.5, 'rgb(255 255 255 / 0.42)');
  light.addColorStop(1, 'rgb(255 255 255 / 0)');
  context.fillStyle = light;
  context.fillRect(0, 0, textureSize, textureSize);
  return canvas;
}
