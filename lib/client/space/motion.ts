import { type Facing, facingOf, type Tile } from '#lib/domain/geometry.ts';
import {
  extendTrack,
  isUnfinished,
  legAt,
  type Place,
  placeOnTrack,
  redirectTrack,
  standingTrack,
  type Track,
} from './track.ts';

/** Others are drawn this far behind the news, in ms: two server ticks. */
export const othersDelayMs = 110;
/** How long the own avatar takes to slide to where the server put it, in ms. */
const reconcileMs = 120;

/** How somebody is drawn at one moment. `x` and `y` in tiles. */
export interface Drawn extends Place {
  readonly facing: Facing;
}

/** Everybody's way on the map between the tiles the server names. Times in ms of the page's monotonic clock. */
export interface Motion {
  setSpeed(tilesPerS: number): void;
  /** The own avatar takes a step now. */
  stepSelf(entity: number, tile: Tile, facing: Facing, nowMs: number): void;
  /** The server put the own avatar elsewhere. */
  moveSelf(entity: number, tile: Tile, facing: Facing, nowMs: number): void;
  /** Somebody else was seen on a tile. */
  see(entity: number, tile: Tile, facing: Facing, nowMs: number): void;
  forget(entity: number): void;
  entities(): readonly number[];
  clear(): void;
  drawn(entity: number, timeMs: number): Drawn | null;
  /** Whether anybody is still walking after `timeMs`. */
  isMoving(timeMs: number): boolean;
}

interface Mover {
  track: Track;
  facing: Facing;
}

export function createMotion(): Motion {
  const movers = new Map<number, Mover>();
  let stepMs = 1_000 / 6;

  function follow(entity: number, facing: Facing, tile: Tile, next: (track: Track) => Track): void {
    const mover = movers.get(entity);
    if (mover === undefined) {
      movers.set(entity, { track: standingTrack(tile), facing });
      return;
    }
    mover.track = next(mover.track);
    mover.facing = facing;
  }

  return {
    setSpeed(tilesPerS) {
      stepMs = 1_000 / tilesPerS;
    },
    stepSelf(entity, tile, facing, nowMs) {
      follow(entity, facing, tile, (track) => extendTrack(track, tile, nowMs, { stepMs, delayMs: 0 }));
    },
    moveSelf(entity, tile, facing, nowMs) {
      follow(entity, facing, tile, (track) => redirectTrack(track, tile, nowMs, reconcileMs));
    },
    see(entity, tile, facing, nowMs) {
      follow(entity, facing, tile, (track) =>
        extendTrack(track, tile, nowMs, { stepMs, delayMs: othersDelayMs }),
      );
    },
    forget: (entity) => void movers.delete(entity),
    entities: () => [...movers.keys()],
    clear: () => movers.clear(),
    drawn(entity, timeMs) {
      const mover = movers.get(entity);
      return mover === undefined ? null : drawnAt(mover, timeMs);
    },
    isMoving: (timeMs) => [...movers.values()].some((mover) => isUnfinished(mover.track, timeMs)),
  };
}

/** While walking, somebody looks where the leg leads: the server's word may already be about a later step. */
function drawnAt(mover: Mover, timeMs: number): Drawn {
  const leg = legAt(mover.track, timeMs);
  const facing = leg === null ? mover.facing : facingOf(leg.from, leg.to, mover.facing);
  return { ...placeOnTrack(mover.track, timeMs), facing };
}
