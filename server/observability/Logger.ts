/**
 * The logger as units see it (pino behind it).
 *
 * Levels have meanings: `error` somebody must act, something is broken or was lost; `warn` something went wrong and was
 * healed or refused in a way an operator may want to know; `info` one line per lifecycle transition (started, stopped,
 * space opened, call started, worker died and was replaced); `debug` everything else. People's names never appear above
 * `debug`; ids do.
 */
export interface Logger {
  debug(context: object, message: string): void;
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
  /** A logger that adds this context to every line. */
  child(context: object): Logger;
}

const silent = (): void => {
  // Tests and tools have no reader.
};

/** Says nothing; for tests and tools. */
export const silentLogger: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  child: () => silentLogger,
};
