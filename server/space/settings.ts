import type { ProximityRules } from '#lib/domain/proximity.ts';

export interface SpaceSettings {
  /** Time between two updates of positions, in ms; nothing runs while nothing changes. */
  readonly tickMs: number;
  /** How long the place of a lost connection is kept, in ms. */
  readonly graceMs: number;
  /** Shortest time between two roster updates, in ms. */
  readonly rosterMs: number;
  /** Longest time a changed position waits to be saved, in ms. */
  readonly snapshotMs: number;
  /** Walking speed where the map says none, in tiles per second (SPEC §1: 6). */
  readonly speedTilesPerS: number;
  readonly rules: ProximityRules;
}

export const defaultSpaceSettings: SpaceSettings = {
  tickMs: 50,
  graceMs: 10_000,
  rosterMs: 1_000,
  snapshotMs: 3_000,
  speedTilesPerS: 6,
  rules: { rangeTiles: 2, endRangeTiles: 3, dwellMs: 300, capacity: 12 },
};
