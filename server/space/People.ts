import { EntityNumbers } from './EntityNumbers.ts';
import type { Person } from './Person.ts';

/** Who is in a space, found by person, by avatar and by session. Knows neither time nor wire. */
export class People {
  readonly #numbers = new EntityNumbers();
  readonly #byUserId = new Map<string, Person>();
  readonly #byEntity = new Map<number, Person>();
  readonly #bySessionId = new Map<string, Person>();

  /** Real people; the resident is not counted. */
  real(): Person[] {
    return this.all().filter((person) => !person.isResident);
  }

  all(): Person[] {
    return [...this.#byEntity.values()];
  }

  ofUser(userId: string): Person | undefined {
    return this.#byUserId.get(userId);
  }

  ofEntity(entity: number): Person | undefined {
    return this.#byEntity.get(entity);
  }

  ofSession(sessionId: string): Person | undefined {
    return this.#bySessionId.get(sessionId);
  }

  /** Adds somebody under a fresh entity number. Throws when the person is there already. */
  add(newcomer: Omit<Person, 'entity'>): Person {
    if (this.#byUserId.has(newcomer.userId)) throw new Error(`${newcomer.userId} is in the space already`);
    const person: Person = { ...newcomer, entity: this.#numbers.take() };
    this.#byUserId.set(person.userId, person);
    this.#byEntity.set(person.entity, person);
    this.#bySessionId.set(person.sessionId, person);
    return person;
  }

  /** From now on another session speaks for the person. */
  setSession(person: Person, sessionId: string): void {
    this.#bySessionId.delete(person.sessionId);
    person.sessionId = sessionId;
    this.#bySessionId.set(sessionId, person);
  }

  remove(person: Person): void {
    this.#byUserId.delete(person.userId);
    this.#byEntity.delete(person.entity);
    this.#bySessionId.delete(person.sessionId);
    this.#numbers.free(person.entity);
  }
}
