import type { Tile } from '#lib/domain/geometry.ts';
import type { Grid } from '#lib/domain/grid.ts';
import { residentIdentity } from '#lib/domain/resident.ts';
import { residentOf, spawnsOf } from '#lib/domain/tiled.ts';
import { type BucketRules, fullBucket } from '#lib/domain/tokenBucket.ts';
import type { TiledMap } from '#lib/protocol/tiledMap.ts';
import type { Clock } from '../clock.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { SavedPosition } from '../persistence/ports.ts';
import { type Admitted, newPerson, newResident, placeNewcomer } from './newcomers.ts';
import type { People } from './People.ts';
import type { Person } from './Person.ts';

export interface PlacesDeps {
  readonly people: People;
  readonly map: TiledMap;
  readonly grid: Grid;
  readonly stepRules: BucketRules;
  readonly clock: Clock;
}

/** Gives people their avatars and tiles. Tells nobody. */
export class Places {
  readonly #deps: PlacesDeps;
  readonly #spawns: readonly Tile[];

  constructor(deps: PlacesDeps) {
    this.#deps = deps;
    this.#spawns = spawnsOf(deps.map);
  }

  /** Somebody who was not here: on their last tile, else on a spawn point. */
  add(identity: SessionIdentity, admitted: Admitted, saved: SavedPosition | null): Person {
    const { people, grid } = this.#deps;
    const stance = placeNewcomer(grid, this.#spawns, people.all(), saved);
    return people.add(newPerson(identity, admitted, stance, this.#fullBucket()));
  }

  /** The resident, if they are new here; `null` too where the map has no place for one. */
  addResident(username: string): Person | null {
    const { people, map } = this.#deps;
    const tile = residentOf(map);
    if (tile === null || people.ofUser(residentIdentity.userId) !== undefined) return null;
    return people.add(newResident(username, tile, this.#fullBucket()));
  }

  #fullBucket(): Person['stepBucket'] {
    const { stepRules, clock } = this.#deps;
    return fullBucket(stepRules, clock.nowMs());
  }
}
