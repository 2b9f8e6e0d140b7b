/** Lets few work at once, in the order in which they came; throws what `refusal` makes while too many wait already. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

interface Limits {
  readonly atOnce: number;
  /** Most that may wait for their turn. */
  readonly waitingMost: number;
}

/** Makes turns for one kind of work that is heavy on memory or processors. */
export function createTurns({ atOnce, waitingMost }: Limits, refusal: () => Error): InTurn {
  const waiting: (() => void)[] = [];
  let working = 0;
  async function takeTurn(): Promise<void> {
    if (working < atOnce) {
      working += 1;
      return;
    }
    if (waiting.length >= waitingMost) throw refusal();
    // Whoever ends hands the turn over, so the count stays.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function endTurn(): void {
    const next = waiting.shift();
    if (next === undefined) working -= 1;
    else next();
  }
  return async (work) => {
    await takeTurn();
    try {
      return await work();
    } finally {
      endTurn();
    }
  };
}
