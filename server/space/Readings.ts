/** Whom and where a reading is about. */
interface Subject {
  readonly spaceId: string;
  readonly userId: string;
}

interface Reading extends Subject {
  isVoid: boolean;
}

/** Readings of the store under way for people who come in: one that was overtaken by a change is made again. */
export class Readings {
  readonly #underWay = new Set<Reading>();

  /**
   * Reads until nothing changed meanwhile that concerns the subject, as far as was told, and uses the result in the same
   * moment: whatever changes afterwards finds it used.
   */
  async use<Read, Result>(
    { spaceId, userId }: Subject,
    read: () => Promise<Read>,
    use: (current: Read) => Result,
  ): Promise<Result> {
    const reading: Reading = { spaceId, userId, isVoid: false };
    this.#underWay.add(reading);
    try {
      for (;;) {
        reading.isVoid = false;
        const current = await read();
        if (!this.#isVoid(reading)) return use(current);
      }
    } finally {
      this.#underWay.delete(reading);
    }
  }

  /** Something changed: in a space, of a person, or of a person in a space. */
  void({ spaceId, userId }: Partial<Subject>): void {
    for (const reading of this.#underWay) {
      const isElsewhere = spaceId !== undefined && spaceId !== reading.spaceId;
      const isOther = userId !== undefined && userId !== reading.userId;
      if (!isElsewhere && !isOther) reading.isVoid = true;
    }
  }

  /** Asked after a wait: the flag may have been set meanwhile. */
  #isVoid({ isVoid }: Reading): boolean {
    return isVoid;
  }
}
