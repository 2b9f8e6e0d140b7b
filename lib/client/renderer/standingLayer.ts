import { Container, Sprite } from 'pixi.js';
import type { DrawnPerson } from './DrawnPerson.ts';
import type { MapModel, Piece } from './mapModel.ts';
import type { PeopleAtlas } from './peopleAtlas.ts';
import { bodyBox, isHiding } from './standing.ts';
import type { TexturePage } from './textureBook.ts';
import { fastMs } from './theme.ts';
import { createTween, type Tween } from './tween.ts';

/** How much of a tall piece is left while somebody is behind it. */
const fadedAlpha = 0.45;
/** How much of somebody is left whose connection is lost. */
const reconnectingAlpha = 0.5;

/** Everything that stands up, sorted by the line it stands on. */
export interface StandingLayer {
  readonly container: Container;
  setTextures(page: TexturePage): void;
  /** Draws people where they are; true while a piece is still fading. `strideShare` is 0 to 1 over one stride. */
  update(people: readonly DrawnPerson[], strideShare: number, nowMs: number): boolean;
}

interface StandingPiece {
  readonly piece: Piece;
  readonly sprite: Sprite;
  readonly fade: Tween;
}

export function createStandingLayer(model: MapModel, atlas: PeopleAtlas): StandingLayer {
  const container = new Container({ sortableChildren: true });
  const pieces = model.pieces.map(standPiece);
  const tall = pieces.filter(({ piece }) => piece.isFading);
  const sprites = new Map<number, Sprite>();
  let page: TexturePage | null = null;
  container.addChild(...pieces.map(({ sprite }) => sprite));

  function spriteOf(entity: number): Sprite {
    const known = sprites.get(entity);
    if (known !== undefined) return known;
    const sprite = new Sprite();
    sprites.set(entity, sprite);
    container.addChild(sprite);
    return sprite;
  }

  function forgetGone(people: readonly DrawnPerson[]): void {
    const here = new Set(people.map((person) => person.entity));
    for (const [entity, sprite] of sprites) {
      if (here.has(entity)) continue;
      sprite.destroy();
      sprites.delete(entity);
    }
  }

  function drawPerson(person: DrawnPerson, strideShare: number): void {
    const picture = atlas.frameOf(person.cast, person.facing, person.isWalking ? strideShare : null);
    if (picture === null || page === null) return;
    const sprite = spriteOf(person.entity);
    sprite.texture = page.textureOf(picture.frame);
    sprite.anchor.set(picture.anchor.x, picture.anchor.y);
    sprite.scale.x = picture.isMirrored ? -1 : 1;
    sprite.position.set(person.feet.x, person.feet.y);
    sprite.zIndex = person.feet.y;
    sprite.alpha = person.isReconnecting ? reconnectingAlpha : 1;
  }

  function updateFades(people: readonly DrawnPerson[], nowMs: number): boolean {
    const bodies = people.map(({ feet }) => ({ feetY: feet.y, box: bodyBox(feet, model.tilePx) }));
    for (const { piece, sprite, fade } of tall) {
      const isFaded = bodies.some((body) => isHiding(piece, body.feetY, body.box));
      fade.to(isFaded ? fadedAlpha : 1, nowMs, fastMs);
      sprite.alpha = fade.at(nowMs);
    }
    return tall.some(({ fade }) => fade.isRunning(nowMs));
  }

  return {
    container,
    setTextures(next) {
      page = next;
      for (const { piece, sprite } of pieces) {
        sprite.texture = next.textureOf(piece.frame);
        sprite.setSize(piece.width, piece.height);
      }
    },
    update(people, strideShare, nowMs) {
      forgetGone(people);
      for (const person of people) drawPerson(person, strideShare);
      return updateFades(people, nowMs);
    },
  };
}

function standPiece(piece: Piece): StandingPiece {
  const sprite = new Sprite();
  sprite.position.set(piece.x, piece.y);
  sprite.zIndex = piece.sortY;
  return { piece, sprite, fade: createTween(1) };
}
