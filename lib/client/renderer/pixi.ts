import 'pixi.js/unsafe-eval';
import 'pixi.js/filters';
import { autoDetectRenderer, type Renderer } from 'pixi.js';
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

export { RendererUnavailable } from './RendererUnavailable.ts';
