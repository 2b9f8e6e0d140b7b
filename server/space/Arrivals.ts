import { zoneOf } from '#lib/domain/zones.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { SavedPosition } from '../persistence/ports.ts';
import type { Blocks } from './Blocks.ts';
import { judgeEntry, type Visitor } from './entry.ts';
import type { People } from './People.ts';
import type { Person } from './Person.ts';
import type { Places } from './Places.ts';
import type { PositionFeed } from './PositionFeed.ts';
import type { PositionSaver } from './PositionSaver.ts';
import type { RosterFeed } from './RosterFeed.ts';
import type { Seats } from './Seats.ts';
import type { Standing } from './Standing.ts';
import type { VisitLog } from './VisitLog.ts';

export interface ArrivalsDeps {
  readonly people: People;
  readonly sessions: SessionRegistry;
  readonly standing: Standing;
  readonly blocks: Blocks;
  readonly places: Places;
  readonly seats: Seats;
  readonly feed: PositionFeed;
  readonly roster: RosterFeed;
  readonly saver: PositionSaver;
  readonly visits: VisitLog;
}

/** How somebody came in. */
export interface Arrival {
  readonly person: Person;
  /** Whether they were not here until now. */
  readonly isNew: boolean;
  /** Whether the very session that was here is back. */
  readonly isReturn: boolean;
}

/** Lets sessions in: gives newcomers a place, and those who are here already theirs back. */
export class Arrivals {
  readonly #deps: ArrivalsDeps;

  constructor(deps: ArrivalsDeps) {
    this.#deps = deps;
  }

  /** Throws `RefusedError`. Judging and taking the place are one step: of several who want the last place one gets it. */
  admit(identity: SessionIdentity, visitor: Visitor, saved: SavedPosition | null): Arrival {
    const { people, sessions, standing, blocks, feed, roster } = this.#deps;
    const { sessionId, userId } = identity;
    if (sessions.linkOf(sessionId) === null) {
      throw new RefusedError('unavailable', 'the connection was lost while joining');
    }
    const present = people.ofUser(userId);
    const crowd = people.real().length;
    const admitted = judgeEntry(visitor, { present: crowd, isInside: present !== undefined });
    if (crowd === 0) standing.renew(visitor.space);
    blocks.set(userId, visitor.blockParties);
    const isReturn = present?.sessionId === sessionId;
    const person = present === undefined ? this.#place(identity, admitted, saved) : present;
    if (present !== undefined) this.#takeSeat(Object.assign(present, admitted), sessionId);
    feed.forgetSession(sessionId);
    feed.markMoved(person, zoneOf(person.stance));
    roster.markChanged(person);
    return { person, isNew: present === undefined, isReturn };
  }

  #place(...newcomer: Parameters<Places['add']>): Person {
    const { places, saver, visits, standing } = this.#deps;
    const person = places.add(...newcomer);
    saver.markChanged(person.userId, person.stance);
    visits.entered(standing.space.id, person.userId);
    return person;
  }

  #takeSeat(person: Person, sessionId: string): void {
    this.#deps.feed.forgetSession(person.sessionId);
    this.#deps.seats.take(person, sessionId);
  }
}
