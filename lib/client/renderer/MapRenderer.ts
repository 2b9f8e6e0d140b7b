import type { Tile } from '#lib/domain/geometry.ts';
import type { Grid } from '#lib/domain/grid.ts';
import type { SpaceStore } from '../space/createSpaceStore.ts';
import type { Insets } from './camera.ts';
import type { TagLabels } from './tagElement.ts';
import type { MapTheme } from './theme.ts';

export interface MapRendererOptions {
  /** The element the map fills; it must be positioned (`relative`, `absolute` or `fixed`). */
  readonly host: HTMLElement;
  readonly store: Pick<SpaceStore, 'getState' | 'subscribe' | 'motion' | 'setGrid'>;
  /** Address of the Tiled map; its images lie beside it. */
  readonly mapUrl: string;
  /** Address of the people's spritesheet; default `/atlas/people.json`. */
  readonly peopleUrl?: string;
  readonly theme: MapTheme;
  readonly labels: TagLabels;
  readonly insets?: Insets;
  readonly isReducedMotion?: boolean;
}

/** The map on the screen. It draws only when something on it changed. */
export interface MapRenderer {
  readonly grid: Grid;
  /** Resolves when the other theme's pictures are shown. */
  setTheme(theme: MapTheme): Promise<void>;
  /** Whose tag shows the speaking bars, by user id. */
  setSpeaking(userIds: Iterable<string>): void;
  /** What panels cover at each edge, in CSS px: I stand in the middle of the rest. */
  setInsets(insets: Insets): void;
  setReducedMotion(isReduced: boolean): void;
  /** One step in (1) or out (-1). */
  zoom(direction: 1 | -1): void;
  /** Where somebody's feet are, in CSS px from the host's top left corner; null while unknown. */
  screenPositionOf(entity: number): { readonly x: number; readonly y: number } | null;
  /** The tile under a point of the window (`clientX`, `clientY`), or null outside the map. */
  tileAt(clientX: number, clientY: number): Tile | null;
  /** Frames drawn so far: it stands still while nothing moves. */
  frames(): number;
  destroy(): void;
}

/** The map file or its pictures could not be loaded or read. */
export class MapUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MapUnavailable';
  }
}
