import type { Facing } from '#lib/domain/geometry.ts';

/** A person. Guests have no email. */
export interface User {
  id: string;
  name: string;
  email: string | null;
  createdAt: string;
}

export interface Space {
  id: string;
  slug: string;
  name: string;
  /** Path of the Tiled map on the web origin, such as `/maps/office.tmj`. */
  mapUrl: string;
  region: string;
  /** Whether the resident stands in this space. */
  hasResident: boolean;
}

/** Where a person stood last in a space. */
export interface SavedPosition {
  userId: string;
  x: number;
  y: number;
  facing: Facing;
  /** ISO 8601. */
  savedAt: string;
}

export interface UserRepository {
  createGuest(user: { id: string; name: string }): Promise<User>;
  findById(id: string): Promise<User | null>;
  rename(id: string, name: string): Promise<User | null>;
}

export interface SpaceRepository {
  /** Creates the space, or returns the one that already has its slug. */
  ensure(space: Space): Promise<Space>;
  findById(id: string): Promise<Space | null>;
  findBySlug(slug: string): Promise<Space | null>;
}

/** The snapshot a space is restored from after a restart. */
export interface PositionRepository {
  /** Writes all or none; a later position of the same person replaces the earlier one. */
  save(spaceId: string, positions: SavedPosition[]): Promise<void>;
  find(spaceId: string, userId: string): Promise<SavedPosition | null>;
}

/** All that is stored. Every method speaks JSON values only. */
export interface Store {
  users: UserRepository;
  spaces: SpaceRepository;
  positions: PositionRepository;
  /** One cheap question to the database; rejects when it does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
