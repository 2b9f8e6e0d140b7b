import type { Facing } from '#lib/domain/geometry.ts';

/** Where a person stood last in a space. */
export interface SavedPosition {
  userId: string;
  x: number;
  y: number;
  facing: Facing;
  /** ISO 8601. */
  savedAt: string;
}

/** The snapshot a space is restored from after a restart. */
export interface PositionRepository {
  /**
   * Writes all or none; a later position of the same person replaces the earlier one. Positions of people who no longer
   * exist are left out: a deleted account must not keep the others' places from being saved.
   */
  save(spaceId: string, positions: SavedPosition[]): Promise<void>;
  find(spaceId: string, userId: string): Promise<SavedPosition | null>;
}
