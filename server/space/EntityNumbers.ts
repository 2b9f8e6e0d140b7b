const entityCount = 0x1_0000;

/** Hands out numbers of avatars, u16. A number comes round again only after all others were given out. */
export class EntityNumbers {
  readonly #taken = new Set<number>();
  #next = 1;

  /** Throws when 65 536 avatars are in the space. */
  take(): number {
    if (this.#taken.size >= entityCount) throw new Error('all entity numbers are taken');
    while (this.#taken.has(this.#next)) this.#next = (this.#next + 1) % entityCount;
    const entity = this.#next;
    this.#taken.add(entity);
    this.#next = (entity + 1) % entityCount;
    return entity;
  }

  free(entity: number): void {
    this.#taken.delete(entity);
  }
}
