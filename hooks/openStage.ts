import { createWalker, type Walker } from '#lib/client/input/createWalker.ts';
import { listenKeys } from '#lib/client/input/listenKeys.ts';
import { listenPointer } from '#lib/client/input/listenPointer.ts';
import type { MapRenderer, MapRendererOptions } from '#lib/client/renderer/MapRenderer.ts';
import type { SpaceStore } from '#lib/client/space/createSpaceStore.ts';
import { gridFromTiled } from '#lib/domain/tiled.ts';
import { areLetterKeysOn } from './letterKeys.ts';

export interface StageOptions extends Omit<MapRendererOptions, 'store'> {
  readonly store: SpaceStore;
  /** From the first join; steps keep this speed. */
  readonly speedTilesPerS: number;
}

/** The map and the walking on it. */
export interface Stage {
  /** Null where the browser cannot draw: walking works without. */
  readonly renderer: MapRenderer | null;
  readonly walker: Walker;
  close(): void;
}

/**
 * Loads the renderer (its code too: it is the largest part of the page) and makes keys and clicks walk.
 * @throws MapUnavailable when the map itself cannot be loaded
 */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { createMapRenderer } = await import('#lib/client/renderer/createMapRenderer.ts');
  const { RendererUnavailable } = await import('#lib/client/renderer/pixi.ts');
  try {
    const renderer = await createMapRenderer(options);
    return walkOn(options, renderer);
  } catch (error) {
    if (!(error instanceof RendererUnavailable)) throw error;
    return await openBlindly(options);
  }
}

function walkOn(options: StageOptions, renderer: MapRenderer): Stage {
  const { host, store, speedTilesPerS } = options;
  const walker = createWalker({ walked: store, grid: renderer.grid, speedTilesPerS });
  const zoom = (direction: 1 | -1) => renderer.zoom(direction);
  const stops = [
    listenKeys(window, { walker, zoom, usesLetters: areLetterKeysOn }),
    listenPointer(host, { walker, tileAt: (x, y) => renderer.tileAt(x, y), zoom }),
  ];
  return {
    renderer,
    walker,
    close() {
      for (const stop of stops) stop();
      walker.destroy();
      renderer.destroy();
    },
  };
}

/** Walking by keys without a picture: only the grid is needed for it. */
async function openBlindly({ store, mapUrl, speedTilesPerS }: StageOptions): Promise<Stage> {
  const { loadTiledMap } = await import('#lib/client/renderer/loadMap.ts');
  const grid = gridFromTiled(await loadTiledMap(mapUrl));
  store.setGrid(grid);
  const walker = createWalker({ walked: store, grid, speedTilesPerS });
  const stop = listenKeys(window, { walker, usesLetters: areLetterKeysOn });
  return {
    renderer: null,
    walker,
    close() {
      stop();
      walker.destroy();
    },
  };
}
