import { pairKey } from '#lib/domain/proximity/pairs.ts';
import type { Person } from './Person.ts';

/** Who of the people of a space is kept from whom, because one blocks the other. Which of the two does makes no difference. */
export class Blocks {
  readonly #partiesOf = new Map<string, Set<string>>();

  /**
   * Everybody whom this person blocks or who blocks them, as just read: what was known of this person before is void.
   * Others need not be here.
   *
   * @returns whether something changed.
   */
  set(userId: string, parties: readonly string[]): boolean {
    const former = this.#partiesOf.get(userId) ?? new Set<string>();
    const now = new Set(parties);
    let isChanged = former.size !== now.size || parties.some((party) => !former.has(party));
    this.#partiesOf.set(userId, now);
    for (const [other, theirs] of this.#partiesOf) {
      const isSettled = other === userId || theirs.has(userId) === now.has(other);
      if (isSettled) continue;
      isChanged = true;
      if (now.has(other)) theirs.add(userId);
      else theirs.delete(userId);
    }
    return isChanged;
  }

  /** The person has left. */
  forget(userId: string): void {
    this.#partiesOf.delete(userId);
  }

  /** The separated pairs of these people, each once; the one with the lower entity number first. */
  among(people: readonly Person[]): [Person, Person][] {
    const present = new Map(people.map((person) => [person.userId, person]));
    const pairs = new Map<number, [Person, Person]>();
    for (const person of people) {
      for (const party of this.#partiesOf.get(person.userId) ?? []) {
        const other = present.get(party);
        if (other === undefined || other === person) continue;
        const pair: [Person, Person] = person.entity < other.entity ? [person, other] : [other, person];
        pairs.set(pairKey(person.entity, other.entity), pair);
      }
    }
    return [...pairs.entries()].sort(([a], [b]) => a - b).map(([, pair]) => pair);
  }
}
