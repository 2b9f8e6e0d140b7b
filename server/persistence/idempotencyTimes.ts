/** How long whoever claimed a key may take to answer, in ms: longer than any request takes. */
const busyMs = 60_000;

/** How long an answer is given again, in ms (24 h). */
const keptMs = 86_400_000;

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

/** Keys without an answer that were claimed before this instant were left by a process that ended. */
export const busySince = (now: string): string => before(now, busyMs);

/** Answers to keys that were claimed before this instant are given no more. */
export const keptSince = (now: string): string => before(now, keptMs);
