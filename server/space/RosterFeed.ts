import type { Clock } from '../clock.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { People } from './People.ts';
import { type Person, rosterEntryOf } from './Person.ts';
import { Ticker } from './Ticker.ts';

/** Tells everybody who came, changed or went, at most once per interval. Newcomers get the whole roster with their join. */
export class RosterFeed {
  readonly #people: People;
  readonly #sessions: SessionRegistry;
  readonly #ticker: Ticker;
  readonly #changed = new Set<number>();
  readonly #gone = new Set<number>();

  constructor(people: People, sessions: SessionRegistry, clock: Clock, intervalMs: number) {
    this.#people = people;
    this.#sessions = sessions;
    this.#ticker = new Ticker(clock, intervalMs, () => this.#flush());
  }

  markChanged(person: Person): void {
    this.#changed.add(person.entity);
    this.#ticker.request();
  }

  markGone(person: Person): void {
    this.#gone.add(person.entity);
    this.#ticker.request();
  }

  close(): void {
    this.#ticker.close();
  }

  #flush(): void {
    const people = this.#people
      .all()
      .filter((person) => this.#changed.has(person.entity))
      .map(rosterEntryOf);
    const update = { isWhole: false, people, gone: [...this.#gone] };
    this.#changed.clear();
    this.#gone.clear();
    for (const { sessionId } of this.#people.all())
      this.#sessions.send(sessionId, '/space', 'roster', update);
  }
}
