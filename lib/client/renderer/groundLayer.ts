import { AlphaFilter, CanvasSource, Container, type Renderer, RendererType, Sprite, Texture } from 'pixi.js';
import { createCanvasSprite, freeCanvas } from './canvasSprite.ts';
import { composeTexture } from './composed.ts';
import type { DrawnPerson } from './DrawnPerson.ts';
import type { PixelScale } from './images.ts';
import type { MapModel } from './mapModel.ts';
import type { TexturePage } from './textureBook.ts';
import { cssColour, type MapTheme, mapColours } from './theme.ts';

/** Half width and height of a person's shadow in map pixels; light from the top left moves it right and down. */
const shadowSize = { x: 11, y: 4.5 };
const shadowShift = { x: 5, y: 0.5 };
const shadowBox = { x: -12, y: -6, width: 24, height: 12 };

/** The floor, and all shadows on one layer above it, so that they never add up. */
export interface GroundLayer {
  readonly floor: Container;
  readonly shadows: Container;
  setTextures(page: TexturePage, theme: MapTheme, scale: PixelScale): void;
  update(people: readonly DrawnPerson[]): void;
  destroy(): void;
}

export function createGroundLayer(model: MapModel, renderer: Renderer): GroundLayer {
  const floor = new Sprite();
  const shadows = new Container();
  const still = new Sprite();
  const moving = new Container();
  const ofPeople = new Map<number, Sprite>();
  const personShadow = createCanvasSprite();
  shadows.addChild(still, moving);
  // The shadows are drawn opaque into one picture, which is then laid over the floor as a whole.
  const merge = renderer.type === RendererType.CANVAS ? null : new AlphaFilter({ alpha: 1 });
  if (merge !== null) shadows.filters = [merge];

  function setShade(theme: MapTheme): void {
    const { shadow, shadowAlpha } = mapColours[theme];
    personShadow.redraw(shadowBox, 2, (context) => {
      context.beginPath();
      context.ellipse(0, 0, shadowSize.x, shadowSize.y, 0, 0, 2 * Math.PI);
      context.fillStyle = cssColour(shadow, 1);
      context.fill();
    });
    if (merge === null) shadows.alpha = shadowAlpha;
    else merge.alpha = shadowAlpha;
    for (const sprite of ofPeople.values()) sprite.texture = personShadow.sprite.texture;
  }

  function shadowOf(entity: number): Sprite {
    const known = ofPeople.get(entity);
    if (known !== undefined) return known;
    const sprite = new Sprite({ texture: personShadow.sprite.texture, scale: 0.5 });
    ofPeople.set(entity, sprite);
    moving.addChild(sprite);
    return sprite;
  }

  return {
    floor,
    shadows,
    setTextures(page, theme, scale) {
      replaceTexture(floor, composeTexture(model.floor, page, model, scale));
      replaceTexture(still, composeTexture(model.shadows, page, model, 1));
      setShade(theme);
    },
    update(people) {
      const here = new Set(people.map((person) => person.entity));
      for (const [entity, sprite] of ofPeople) {
        if (here.has(entity)) continue;
        sprite.destroy();
        ofPeople.delete(entity);
      }
      for (const { entity, feet } of people) {
        shadowOf(entity).position.set(
          feet.x + shadowShift.x + shadowBox.x,
          feet.y + shadowShift.y + shadowBox.y,
        );
      }
    },
    destroy() {
      personShadow.destroy();
      replaceTexture(floor, Texture.EMPTY);
      replaceTexture(still, Texture.EMPTY);
      merge?.destroy();
    },
  };
}

function replaceTexture(sprite: Sprite, texture: Texture): void {
  const former = sprite.texture.source;
  sprite.texture = texture;
  if (former instanceof CanvasSource) freeCanvas(former);
}
