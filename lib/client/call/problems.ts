/**
 * Hears of failures that the call survives (a lost message, a refused consumer) and that nobody waits for.
 * `what` is a short English sentence for developers.
 */
export type ReportProblem = (what: string, error: unknown) => void;

/** Writes to the console: `warn`, because the call heals or goes on. */
export const reportToConsole: ReportProblem = (what, error) => {
  console.warn(`call: ${what}`, error);
};
