import type { Tile } from '../geometry.ts';
import type { Grid } from '../grid.ts';

/** Somebody on the map, as far as nearness is concerned. `id` is the avatar's entity number. */
export interface NearPerson extends Tile {
  readonly id: number;
  /** Whether a key is held or a path remains: such a person joins only after the dwell. */
  readonly isMoving: boolean;
  /** Programs (the resident) are only joined to one person who would otherwise be alone. */
  readonly isResident: boolean;
}

/** People who hear each other. `key` is carried over from the last grouping; `null` when the bubble is new. */
export interface BubbleGroup {
  readonly key: string | null;
  /** Entity numbers, ascending. */
  readonly members: readonly number[];
}

/** Two people by their entity numbers; `a < b`. */
export interface Two {
  readonly a: number;
  readonly b: number;
}

/** Two people who do not want to meet again before they were out of range once. */
export type Apart = Two;

/** Since when a moving person has been in range of another, in ms of the space's clock. */
export interface Dwell {
  readonly a: number;
  readonly b: number;
  readonly sinceMs: number;
}

export interface ProximityRules {
  /** Joins at this distance in tiles (SPEC §1: 2). */
  readonly rangeTiles: number;
  /** Ends beyond this distance in tiles (SPEC §1: 3). */
  readonly endRangeTiles: number;
  /** How long somebody who keeps walking must stay in range before joining, in ms (SPEC §1: 300). */
  readonly dwellMs: number;
  /** Most people in one bubble (SPEC §2: 12). */
  readonly capacity: number;
}

export interface ProximityInput {
  readonly people: readonly NearPerson[];
  readonly grid: Grid;
  readonly rules: ProximityRules;
  /** Pairs of whom one blocks the other. */
  readonly separated: readonly Two[];
  /** Entity numbers of people who stand here and speak elsewhere: nearness does not see them. */
  readonly absent: ReadonlySet<number>;
  readonly last: ProximityState;
  readonly nowMs: number;
}

/** What nearness remembers from one tick to the next. */
export interface ProximityState {
  readonly bubbles: readonly BubbleGroup[];
  readonly dwells: readonly Dwell[];
  readonly apart: readonly Apart[];
}

export interface ProximityResult {
  readonly state: ProximityState;
  /** Keys of bubbles somebody stands at who did not fit in. */
  readonly fullKeys: ReadonlySet<string>;
  /** Earliest time in ms at which the outcome could change though nobody moves (a dwell ends), or null. */
  readonly nextCheckMs: number | null;
}

export const emptyProximity: ProximityState = { bubbles: [], dwells: [], apart: [] };
