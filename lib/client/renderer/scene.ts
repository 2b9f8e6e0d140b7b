import type { Container, Renderer } from 'pixi.js';
import { ownBubble, type SpaceState } from '../space/SpaceState.ts';
import type { DrawnPerson } from './DrawnPerson.ts';
import { enclosureOf } from './enclosure.ts';
import { createGlowLayer } from './glowLayer.ts';
import { createGroundLayer } from './groundLayer.ts';
import type { PixelScale } from './images.ts';
import type { MapModel } from './mapModel.ts';
import { createNearnessLayer } from './nearnessLayer.ts';
import type { PeopleAtlas } from './peopleAtlas.ts';
import { createStandingLayer } from './standingLayer.ts';
import type { TexturePage } from './textureBook.ts';
import { type MapTheme, mapColours } from './theme.ts';

/** A whole stride, two drawn steps, takes this many tiles. */
const strideTiles = 2;
const usualSpeed = 6;

export interface SceneInput {
  readonly state: SpaceState;
  readonly people: readonly DrawnPerson[];
  readonly nowMs: number;
  readonly theme: MapTheme;
  readonly isReducedMotion: boolean;
  /** Device px per map pixel. */
  readonly pixelsPerMapPx: number;
}

/** All layers of the map, lowest first. */
export interface Scene {
  readonly layers: Container[];
  setTextures(page: TexturePage, theme: MapTheme, scale: PixelScale): void;
  /** Puts everything where it is at `nowMs`; true while something grows or fades. */
  update(input: SceneInput): boolean;
  destroy(): void;
}

export function createScene(model: MapModel, atlas: PeopleAtlas, renderer: Renderer): Scene {
  const ground = createGroundLayer(model, renderer);
  const glow = createGlowLayer(model.glows, mapColours.night.lamp);
  const nearness = createNearnessLayer((points) => enclosureOf(model, points));
  const standing = createStandingLayer(model, atlas);

  return {
    layers: [ground.floor, glow.onFloor, nearness.container, ground.shadows, standing.container, glow.inAir],
    setTextures(page, theme, scale) {
      ground.setTextures(page, theme, scale);
      standing.setTextures(page);
      glow.setTheme(theme);
    },
    update({ state, people, nowMs, theme, isReducedMotion, pixelsPerMapPx }) {
      ground.update(people);
      const isFading = standing.update(people, strideShare(state, nowMs), nowMs);
      const isGrowing = nearness.update(
        {
          people,
          bubbles: state.bubbles,
          ringPx: ringRadius(state, people, model.tilePx),
          colours: mapColours[theme],
          isReducedMotion,
          pixelsPerMapPx,
        },
        nowMs,
      );
      return isFading || isGrowing;
    },
    destroy() {
      ground.destroy();
      glow.destroy();
      nearness.destroy();
    },
  };
}

function strideShare(state: SpaceState, nowMs: number): number {
  const tilesPerMs = (state.space?.speedTilesPerS ?? usualSpeed) / 1_000;
  return ((nowMs * tilesPerMs) / strideTiles) % 1;
}

/** My own range shows only while I walk alone. */
function ringRadius(state: SpaceState, people: readonly DrawnPerson[], tilePx: number): number | null {
  const isWalking = people.some((person) => person.isSelf && person.isWalking);
  if (!isWalking || state.space === null || ownBubble(state) !== null) return null;
  return state.space.rangeTiles * tilePx;
}
