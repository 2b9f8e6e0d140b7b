/** Two sessions of one call that neither see nor hear each other, because one of the people blocks the other. */
export type SeparatedPair = readonly [string, string];

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Who of a call is kept from whom at the moment. Never changed; a change is another one. */
export class Separations {
  readonly #pairs: ReadonlyMap<string, SeparatedPair>;

  constructor(pairs: readonly SeparatedPair[]) {
    this.#pairs = new Map(pairs.map(([a, b]) => [keyOf(a, b), [a, b]]));
  }

  has(a: string, b: string): boolean {
    return this.#pairs.has(keyOf(a, b));
  }

  /** The pairs of this one that the other does not have. */
  without(other: Separations): SeparatedPair[] {
    return [...this.#pairs.values()].filter(([a, b]) => !other.has(a, b));
  }
}

export const noSeparations = new Separations([]);
