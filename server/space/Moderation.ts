import type { Tile } from '#lib/domain/geometry.ts';
import type { Grid, Stance } from '#lib/domain/grid.ts';
import type { SessionEndReason } from '#lib/protocol/closeReasons.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { Clock } from '../clock.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { Devices } from './Devices.ts';
import type { People } from './People.ts';
import type { Person } from './Person.ts';
import { placeNear } from './spawn.ts';

export interface ModerationDeps {
  readonly people: People;
  readonly sessions: SessionRegistry;
  readonly devices: Devices;
  readonly grid: Grid;
  readonly clock: Clock;
  /** Ends somebody's session and takes them out of the space. */
  readonly dismiss: (person: Person, reason: SessionEndReason) => void;
  /** Puts somebody's avatar on a tile, standing. */
  readonly place: (person: Person, stance: Stance) => void;
}

/**
 * What moderators do to people in a space. Whether they may was asked before. Each act throws `RefusedError`
 * (`not_found`) when the person is not inside.
 */
export class Moderation {
  readonly #deps: ModerationDeps;

  constructor(deps: ModerationDeps) {
    this.#deps = deps;
  }

  /** Switches somebody's microphone off; they may switch it on again. */
  mute(userId: string, by: PersonView): void {
    this.#deps.devices.mute(this.#personOf(userId), by);
  }

  /**
   * Puts somebody on a tile, or on the nearest free one where nobody stands. Throws `blocked_tile` when there is none near. Their page hears
   * `moved` before anything that follows from it, and drops its predictions; steps that were on their way meanwhile are
   * judged from the new tile.
   */
  move(userId: string, to: Tile, by: PersonView): void {
    const person = this.#personOf(userId);
    const others = this.#deps.people.all().filter((other) => other !== person);
    const taken = others.map(({ stance }) => stance);
    const tile = placeNear(this.#deps.grid, to, taken);
    if (tile === null) throw new RefusedError('blocked_tile', 'there is no free tile near that one');
    const stance = { ...tile, facing: person.stance.facing };
    this.#deps.place(person, stance);
    this.#deps.sessions.send(person.sessionId, '/space', 'moved', { ...stance, by });
  }

  /** Sends somebody out; they may come back. */
  remove(userId: string): void {
    this.#deps.dismiss(this.#personOf(userId), 'removed');
  }

  /** Shows a text to everybody. Returns to how many connected people. */
  announce({ id, text, by }: { id: string; text: string; by: PersonView }): number {
    const { people, sessions, clock } = this.#deps;
    const at = new Date(clock.nowMs()).toISOString();
    const connected = people.real().filter((person) => sessions.linkOf(person.sessionId) !== null);
    for (const { sessionId } of connected) {
      sessions.send(sessionId, '/space', 'announcement', { id, text, by, at });
    }
    return connected.length;
  }

  /** Somebody who is inside. The resident is nobody to be moderated. */
  #personOf(userId: string): Person {
    const person = this.#deps.people.ofUser(userId);
    if (person === undefined || person.isResident) {
      throw new RefusedError('not_found', 'this person is not in the space');
    }
    return person;
  }
}
