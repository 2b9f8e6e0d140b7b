import { distanceTiles, type Tile } from '#lib/domain/geometry.ts';

/** A straight walk between two tiles; times in ms of the page's monotonic clock. */
export interface Leg {
  readonly from: Tile;
  readonly to: Tile;
  readonly startMs: number;
  readonly endMs: number;
}

/** What is drawn of an avatar's way: the legs not yet walked to their end, and the tile it started from. */
export interface Track {
  readonly at: Tile;
  readonly legs: readonly Leg[];
}

/** A place on the map in tiles, between tiles while walking. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly isWalking: boolean;
}

export interface TrackRules {
  /** How long one tile takes, in ms. */
  readonly stepMs: number;
  /** How far behind the news the drawing stays, in ms: absorbs the jitter of frames. 0 for the own avatar. */
  readonly delayMs: number;
}

/** Farther than this in tiles is no walk but a jump. */
const teleportTiles = 2;
/** A walk that is this many steps late is hurried. */
const lateSteps = 1;
const hurry = 0.7;

export function standingTrack(tile: Tile): Track {
  return { at: { x: tile.x, y: tile.y }, legs: [] };
}

/** The tile the track leads to. */
export function goalOf(track: Track): Tile {
  return track.legs.at(-1)?.to ?? track.at;
}

/**
 * Adds the news, heard at `nowMs`, that the avatar stands on `tile`. Legs follow each other without a gap at the
 * walking speed; one that would start late is hurried, so that jitter never adds up.
 */
export function extendTrack(track: Track, tile: Tile, nowMs: number, rules: TrackRules): Track {
  const kept = pruned(track, nowMs);
  const from = goalOf(kept);
  const distance = distanceTiles(from, tile);
  if (distance === 0) return kept;
  if (distance > teleportTiles) return standingTrack(tile);
  const startMs = Math.max(nowMs + rules.delayMs, kept.legs.at(-1)?.endMs ?? 0);
  const isLate = startMs > nowMs + rules.delayMs + lateSteps * rules.stepMs;
  const lengthMs = distance * rules.stepMs * (isLate ? hurry : 1);
  const leg: Leg = { from, to: { x: tile.x, y: tile.y }, startMs, endMs: startMs + lengthMs };
  return { at: kept.at, legs: [...kept.legs, leg] };
}

/** A track that leads from where the avatar is drawn now to `tile`, for a reconciliation: quick, and without a jump. */
export function redirectTrack(track: Track, tile: Tile, nowMs: number, lengthMs: number): Track {
  const place = placeOnTrack(track, nowMs);
  if (distanceTiles(place, tile) > teleportTiles) return standingTrack(tile);
  if (distanceTiles(place, tile) === 0) return standingTrack(tile);
  const from = { x: place.x, y: place.y };
  return {
    at: from,
    legs: [{ from, to: { x: tile.x, y: tile.y }, startMs: nowMs, endMs: nowMs + lengthMs }],
  };
}

/** Where the avatar is drawn at `timeMs`. */
export function placeOnTrack(track: Track, timeMs: number): Place {
  let place: Place = { ...track.at, isWalking: false };
  for (const leg of track.legs) {
    if (timeMs < leg.startMs) break;
    place = placeOnLeg(leg, timeMs);
  }
  return place;
}

/** Whether anything is still to be walked after `timeMs`. */
export function isUnfinished(track: Track, timeMs: number): boolean {
  const last = track.legs.at(-1);
  return last !== undefined && timeMs < last.endMs;
}

/** The leg being walked at `timeMs`, if any. */
export function legAt(track: Track, timeMs: number): Leg | null {
  return track.legs.find((leg) => timeMs >= leg.startMs && timeMs < leg.endMs) ?? null;
}

function placeOnLeg(leg: Leg, timeMs: number): Place {
  const share = Math.min(1, (timeMs - leg.startMs) / (leg.endMs - leg.startMs));
  return {
    x: leg.from.x + (leg.to.x - leg.from.x) * share,
    y: leg.from.y + (leg.to.y - leg.from.y) * share,
    isWalking: share < 1,
  };
}

function pruned(track: Track, nowMs: number): Track {
  const done = track.legs.filter((leg) => leg.endMs <= nowMs);
  const last = done.at(-1);
  return last === undefined ? track : { at: last.to, legs: track.legs.slice(done.length) };
}
