import 'pixi.js/unsafe-eval';
import 'pixi.js/filters';
import { autoDetectRenderer, type Renderer, Ticker } from 'pixi.js';
import { RendererUnavailable } from './RendererUnavailable.ts';
import { isSoftwareGl } from './softwareGl.ts';

export interface PixiOptions {
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
  readonly background: number;
}

/**
 * Makes the renderer: WebGL where there is hardware for it, else PixiJS's canvas renderer. Only filters are registered: the
 * map is sprites, and events, accessibility and text are the page's own.
 * @throws RendererUnavailable
 */
export async function createPixiRenderer(options: PixiOptions): Promise<Renderer> {
  stopOwnTicker();
  try {
    return await autoDetectRenderer({
      preference: isSoftwareGl() ? ['canvas'] : ['webgl', 'canvas'],
      skipExtensionImports: true,
      width: options.width,
      height: options.height,
      resolution: options.dpr,
      autoDensity: true,
      antialias: false,
      background: options.background,
      powerPreference: 'low-power',
    });
  } catch (error) {
    throw new RendererUnavailable({ cause: error });
  }
}

/**
 * PixiJS keeps a ticker of its own for its housekeeping, and a ticker that runs asks the browser for every frame for ever:
 * without a GPU that alone takes most of a core. Housekeeping is done after a frame that was drawn anyway.
 */
function stopOwnTicker(): void {
  Ticker.system.autoStart = false;
  Ticker.system.stop();
}

/** Lets PixiJS forget what it has not used for long. */
export function keepHouse(): void {
  Ticker.system.update();
}

export { RendererUnavailable } from './RendererUnavailable.ts';
