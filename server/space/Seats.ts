import type { CallService } from '../call/ports.ts';
import type { Clock } from '../clock.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { People } from './People.ts';
import type { Person } from './Person.ts';

export interface SeatsDeps {
  readonly people: People;
  readonly sessions: SessionRegistry;
  readonly calls: CallService;
  readonly clock: Clock;
  /** How long the place of a lost connection is kept, in ms. */
  readonly graceMs: number;
}

/** Which session speaks for a person: its loss, its return, and another tab that takes over. */
export class Seats {
  readonly #deps: SeatsDeps;
  /** Sessions that came back; their calls go on once their page knows where it is. */
  readonly #returned = new Set<string>();

  constructor(deps: SeatsDeps) {
    this.#deps = deps;
  }

  /** A session of somebody who is here already: the same one after a loss, or another tab, which ends the former. */
  take(person: Person, sessionId: string): void {
    const { people, sessions } = this.#deps;
    const former = person.sessionId;
    person.isReconnecting = false;
    person.isMoving = false;
    person.seq = 0;
    if (former === sessionId) {
      this.#returned.add(sessionId);
      return;
    }
    people.setSession(person, sessionId);
    sessions.end(former, 'taken_over');
  }

  /** The person's connection is lost: unless the session comes back in time, `onGone` is called. */
  keep(person: Person, identity: SessionIdentity, onGone: () => void): void {
    const { sessions, clock, graceMs } = this.#deps;
    const cancel = clock.after(graceMs, () => {
      sessions.forget(identity.sessionId);
      onGone();
    });
    sessions.hold(identity, cancel);
    person.isReconnecting = true;
  }

  leave(sessionId: string): void {
    this.#returned.delete(sessionId);
  }

  /** Lets the calls of those who came back go on. */
  resumeCalls(): void {
    for (const sessionId of this.#returned) this.#deps.calls.resume(sessionId);
    this.#returned.clear();
  }
}
