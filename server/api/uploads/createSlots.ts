import { RefusedError } from '#lib/protocol/errors.ts';

interface Limits {
  /** Uploads of one person at once. */
  readonly each: number;
  /** Uploads of everybody at once: each may take as much memory as the largest file. */
  readonly all: number;
}

/** Lets people upload at once up to a limit. What is refused may be tried again in a moment. */
export type Slots = <T>(userId: string, work: () => Promise<T>) => Promise<T>;

/** Makes the slots of a process. They throw `RefusedError`: `rate_limited` for one person's own, else `unavailable`. */
export function createSlots({ each, all }: Limits): Slots {
  const taken = new Map<string, number>();
  let takenByAll = 0;

  function take(userId: string): void {
    const own = taken.get(userId) ?? 0;
    if (own >= each)
      throw new RefusedError('rate_limited', `At most ${each} uploads at once.`, undefined, 1_000);
    if (takenByAll >= all) {
      throw new RefusedError('unavailable', 'Too many uploads are under way.', undefined, 2_000);
    }
    taken.set(userId, own + 1);
    takenByAll += 1;
  }

  function giveBack(userId: string): void {
    const own = (taken.get(userId) ?? 1) - 1;
    if (own === 0) taken.delete(userId);
    else taken.set(userId, own);
    takenByAll -= 1;
  }

  return async (userId, work) => {
    take(userId);
    try {
      return await work();
    } finally {
      giveBack(userId);
    }
  };
}
