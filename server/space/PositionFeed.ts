import type { Grid } from '#lib/domain/grid.ts';
import { visibleZones, zoneOf } from '#lib/domain/zones.ts';
import type { Positions } from '#lib/protocol/catalogue.ts';
import { encodePositions } from '#lib/protocol/positionsFrame.ts';
import type { ClientLink } from '../gateway/Session.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { People } from './People.ts';
import { type Person, positionOf } from './Person.ts';

/** One zone in one tick: built once, encoded at most once per form, sent to many. */
interface ZoneUpdate {
  readonly positions: Positions;
  frame: Uint8Array | null;
}

/**
 * Tells clients where people are: per tick and zone those who moved, and whole zones to whoever newly sees them.
 * A link that cannot keep up is left out and gets its zones whole once it has caught up.
 */
export class PositionFeed {
  readonly #people: People;
  readonly #sessions: SessionRegistry;
  readonly #grid: Grid;
  /** Who moved since the last tick, by zone; somebody who crossed a border stands in both zones. */
  readonly #moved = new Map<number, Set<Person>>();
  /** Which zones each session was told of, by session id. */
  readonly #known = new Map<string, ReadonlySet<number>>();
  #tick = 0;

  constructor(people: People, sessions: SessionRegistry, grid: Grid) {
    this.#people = people;
    this.#sessions = sessions;
    this.#grid = grid;
  }

  /** The person stands on another tile or otherwise than before; `from` is the zone they came from. */
  markMoved(person: Person, fromZone: number): void {
    for (const zone of new Set([fromZone, zoneOf(person.stance)])) {
      const moved = this.#moved.get(zone) ?? new Set();
      this.#moved.set(zone, moved.add(person));
    }
  }

  /** The session knows nothing yet, or its connection is gone: whole zones are sent to it at the next tick. */
  forgetSession(sessionId: string): void {
    this.#known.delete(sessionId);
  }

  forgetPerson(person: Person): void {
    this.forgetSession(person.sessionId);
    for (const moved of this.#moved.values()) moved.delete(person);
  }

  /**
   * Sends what changed since the last tick.
   *
   * @returns whether somebody could not be sent everything, so that another tick is needed.
   */
  flush(): boolean {
    this.#tick = (this.#tick + 1) >>> 0;
    const deltas = this.#deltas();
    const whole = new WholeZones(this.#people, this.#tick);
    let isBehind = false;
    for (const person of this.#people.all()) {
      const link = this.#sessions.linkOf(person.sessionId);
      if (link === null) continue;
      if (link.isCongested) {
        this.#known.delete(person.sessionId);
        isBehind = true;
      } else this.#sendTo(person, link, deltas, whole);
    }
    return isBehind;
  }

  #sendTo(
    person: Person,
    link: ClientLink,
    deltas: ReadonlyMap<number, ZoneUpdate>,
    whole: WholeZones,
  ): void {
    const known = this.#known.get(person.sessionId);
    const visible = visibleZones(person.stance, this.#grid);
    for (const zone of visible) {
      const update = known?.has(zone) ? deltas.get(zone) : whole.of(zone);
      if (update !== undefined) sendUpdate(link, update);
    }
    this.#known.set(person.sessionId, new Set(visible));
  }

  #deltas(): ReadonlyMap<number, ZoneUpdate> {
    const deltas = new Map<number, ZoneUpdate>();
    for (const [zone, moved] of this.#moved) {
      if (moved.size === 0) continue;
      const positions = { tick: this.#tick, zone, isWhole: false, people: [...moved].map(positionOf) };
      deltas.set(zone, { positions, frame: null });
    }
    this.#moved.clear();
    return deltas;
  }
}

/** Whole zones of one tick, made when somebody first needs one. */
class WholeZones {
  readonly #people: People;
  readonly #tick: number;
  readonly #made = new Map<number, ZoneUpdate>();

  constructor(people: People, tick: number) {
    this.#people = people;
    this.#tick = tick;
  }

  of(zone: number): ZoneUpdate {
    const made = this.#made.get(zone);
    if (made !== undefined) return made;
    const people = this.#people.all().filter((person) => zoneOf(person.stance) === zone);
    const positions = { tick: this.#tick, zone, isWhole: true, people: people.map(positionOf) };
    const update: ZoneUpdate = { positions, frame: null };
    this.#made.set(zone, update);
    return update;
  }
}

function sendUpdate(link: ClientLink, update: ZoneUpdate): void {
  if (!link.speaksFrames) {
    link.send('/space', 'positions', update.positions);
    return;
  }
  update.frame ??= encodePositions(update.positions);
  link.sendPositionsFrame(update.frame);
}
