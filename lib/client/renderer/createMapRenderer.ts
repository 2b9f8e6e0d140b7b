import { Container, type Renderer } from 'pixi.js';
import type { Tile } from '#lib/domain/geometry.ts';
import { isInside } from '#lib/domain/grid.ts';
import { createCameraRig } from './cameraRig.ts';
import type { DrawnPerson } from './DrawnPerson.ts';
import { drawnPeople } from './drawnPeople.ts';
import { createFrameLoop } from './frameLoop.ts';
import { createImageStore, type PixelScale } from './images.ts';
import { loadPeopleAtlas, loadTiledMap } from './loadMap.ts';
import type { MapRenderer, MapRendererOptions } from './MapRenderer.ts';
import { MapUnavailable } from './MapRenderer.ts';
import { type MapModel, readMap } from './mapModel.ts';
import type { PeopleAtlas } from './peopleAtlas.ts';
import { createPixiRenderer, keepHouse } from './pixi.ts';
import { createScene } from './scene.ts';
import { feetOf } from './standing.ts';
import { createTagLayer } from './tagLayer.ts';
import { loadTexturePage, type TexturePage } from './textureBook.ts';
import { type MapTheme, mapColours } from './theme.ts';
import { observeView } from './viewport.ts';

/** Above this many device px per map pixel the 2× pictures are used. */
const doubleAbove = 1.2;
const noInsets = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * Loads a map with its pictures and shows it in `options.host`. It names the grid to the store, follows the own avatar,
 * and draws only when something on it changed.
 * @throws RendererUnavailable when the browser can draw in no way
 * @throws MapUnavailable when the map or its pictures cannot be loaded
 */
export async function createMapRenderer(options: MapRendererOptions): Promise<MapRenderer> {
  const pageUrl = document.baseURI;
  const mapUrl = new URL(options.mapUrl, pageUrl).href;
  const peopleUrl = new URL(options.peopleUrl ?? '/atlas/people.json', pageUrl).href;
  const [tiled, atlas] = await Promise.all([loadTiledMap(mapUrl), loadPeopleAtlas(peopleUrl)]);
  const model = readMap(tiled);
  const { width, height, dpr } = observedSize(options.host);
  const renderer = await createPixiRenderer({
    width,
    height,
    dpr,
    background: mapColours[options.theme].outside,
  });
  try {
    return await showMap(options, model, atlas, renderer, mapUrl);
  } catch (error) {
    renderer.destroy({ removeView: true });
    throw new MapUnavailable('The pictures of the map could not be loaded.', { cause: error });
  }
}

function observedSize(host: HTMLElement): { width: number; height: number; dpr: number } {
  return {
    width: Math.max(1, host.clientWidth),
    height: Math.max(1, host.clientHeight),
    dpr: devicePixelRatio,
  };
}

async function showMap(
  options: MapRendererOptions,
  model: MapModel,
  atlas: PeopleAtlas,
  renderer: Renderer,
  mapUrl: string,
): Promise<MapRenderer> {
  const { host, store } = options;
  const images = createImageStore(mapUrl);
  const rig = createCameraRig(model, { ...observedSize(host), insets: options.insets ?? noInsets });
  const scene = createScene(model, atlas, renderer);
  const world = new Container({ children: scene.layers });
  let theme = options.theme;
  let isReducedMotion = options.isReducedMotion ?? false;
  let page: TexturePage | null = null;
  let pageKey = '';
  /** Raised with every wish for other pictures; what arrives for an older wish is dropped. */
  let wish = 0;

  await showPictures();
  const canvas = renderer.canvas;
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0', display: 'block' });
  host.append(canvas);
  const tags = createTagLayer(host, options.labels);
  const loop = createFrameLoop(draw);

  function pixelScale(): PixelScale {
    const view = rig.view();
    return view.scale * view.dpr > doubleAbove ? 2 : 1;
  }

  async function showPictures(): Promise<void> {
    const mine = ++wish;
    const scale = pixelScale();
    const key = `${theme} ${scale}`;
    if (key === pageKey) return;
    const paths = [...model.floor, ...model.shadows, ...model.pieces].map((placed) => placed.frame.image);
    const next = await loadTexturePage(images, [...paths, atlas.image], theme, scale);
    if (mine !== wish) return next.destroy();
    scene.setTextures(next, theme, scale);
    renderer.background.color = backgroundOf(model, theme);
    page?.destroy();
    page = next;
    pageKey = key;
  }

  function draw(nowMs: number, elapsedMs: number): boolean {
    const state = store.getState();
    const people = drawnPeople(state, store.motion, nowMs, model.tilePx);
    const isCameraMoving = followSelf(people, elapsedMs);
    const view = rig.view();
    const pixelsPerMapPx = view.scale * view.dpr;
    const isSceneMoving = scene.update({ state, people, nowMs, theme, isReducedMotion, pixelsPerMapPx });
    const offset = rig.offset();
    world.scale.set(view.scale);
    world.position.set(offset.x, offset.y);
    const isTagMoving = tags.update(
      people,
      { ...view, offset },
      isReducedMotion ? Number.POSITIVE_INFINITY : elapsedMs,
    );
    renderer.render({ container: world });
    keepHouse();
    return isCameraMoving || isSceneMoving || isTagMoving || store.motion.isMoving(nowMs);
  }

  function followSelf(people: readonly DrawnPerson[], elapsedMs: number): boolean {
    const self = people.find((person) => person.isSelf);
    return rig.follow(self?.feet ?? null, isReducedMotion ? Number.POSITIVE_INFINITY : elapsedMs);
  }

  function refresh(): void {
    void showPictures().then(loop.invalidate, loop.invalidate);
    loop.invalidate();
  }

  const stopObserving = observeView(host, (size) => {
    renderer.resize(size.width, size.height, size.dpr);
    rig.resize(size);
    refresh();
  });
  const unsubscribe = store.subscribe(loop.invalidate);
  canvas.addEventListener('webglcontextrestored', loop.invalidate);
  store.setGrid(model.grid);
  loop.invalidate();

  return {
    grid: model.grid,
    async setTheme(next) {
      theme = next;
      await showPictures();
      loop.invalidate();
    },
    setSpeaking(userIds) {
      tags.setSpeaking(new Set(userIds));
      loop.invalidate();
    },
    setInsets(insets) {
      rig.setInsets(insets);
      loop.invalidate();
    },
    setReducedMotion(isReduced) {
      isReducedMotion = isReduced;
    },
    zoom(direction) {
      rig.zoom(direction);
      refresh();
    },
    screenPositionOf(entity) {
      const drawn = store.motion.drawn(entity, performance.now());
      return drawn === null ? null : rig.toScreen(feetOf(drawn, model.tilePx));
    },
    tileAt(clientX, clientY) {
      const box = host.getBoundingClientRect();
      const point = rig.toMap({ x: clientX - box.left, y: clientY - box.top });
      const tile: Tile = { x: Math.floor(point.x / model.tilePx), y: Math.floor(point.y / model.tilePx) };
      return isInside(model.grid, tile) ? tile : null;
    },
    frames: loop.frames,
    destroy() {
      wish += 1;
      loop.stop();
      unsubscribe();
      stopObserving();
      canvas.removeEventListener('webglcontextrestored', loop.invalidate);
      tags.destroy();
      scene.destroy();
      world.destroy({ children: true });
      page?.destroy();
      renderer.destroy({ removeView: true });
    },
  };
}

function backgroundOf(model: MapModel, theme: MapTheme): string | number {
  return model.background[theme] ?? mapColours[theme].outside;
}
