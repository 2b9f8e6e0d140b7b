/** People joined so far, as sets that only grow (union-find without ranks; groups are small). */
export interface Group {
  readonly members: Set<number>;
  /** Keys of the former bubbles that went into this group, with how many members each brought. */
  readonly origins: Map<string, number>;
}

export class Groups {
  readonly #groupOf = new Map<number, Group>();

  constructor(ids: Iterable<number>) {
    for (const id of ids) this.#groupOf.set(id, { members: new Set([id]), origins: new Map() });
  }

  of(id: number): Group {
    const group = this.#groupOf.get(id);
    if (group === undefined) throw new Error(`entity ${id} is not among the people`);
    return group;
  }

  has(id: number): boolean {
    return this.#groupOf.has(id);
  }

  areTogether(a: number, b: number): boolean {
    return this.of(a) === this.of(b);
  }

  /** Joins the groups of two people; nothing happens when they are one already. */
  join(a: number, b: number): void {
    const [into, from] = [this.of(a), this.of(b)];
    if (into === from) return;
    for (const [key, count] of from.origins) into.origins.set(key, (into.origins.get(key) ?? 0) + count);
    for (const id of from.members) {
      into.members.add(id);
      this.#groupOf.set(id, into);
    }
  }

  /** Each group once, by its lowest member. */
  all(): readonly Group[] {
    return [...new Set(this.#groupOf.values())].sort((p, q) => lowest(p) - lowest(q));
  }
}

/** The lowest entity number in a group. */
export function lowest(group: Group): number {
  return Math.min(...group.members);
}
