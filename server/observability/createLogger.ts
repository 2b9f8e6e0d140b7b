import pino from 'pino';
import pretty from 'pino-pretty';
import type { Logger } from './Logger.ts';

/** Names under which secrets travel. They are replaced wherever they stand up to two levels deep. */
const secretNames = [
  'token',
  'ticket',
  'cookie',
  'authorization',
  'password',
  'secret',
  'credential',
  'set-cookie',
];

const redactedPaths = secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

interface Options {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Lines for people instead of JSON. Defaults to whether somebody watches the output. */
  isPretty?: boolean;
  /** Where lines go; standard output when not given. */
  destination?: NodeJS.WritableStream;
  /** Added to every line, such as role and region. */
  base?: object;
}

/** The logger of this process: JSON lines with ISO times, or readable ones on a terminal. */
export function createLogger({ level, isPretty, destination = process.stdout, base = {} }: Options): Logger {
  const options: pino.LoggerOptions = {
    level,
    base,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: pino.stdSerializers.err },
    redact: { paths: redactedPaths, censor: '[redacted]' },
  };
  if (isPretty ?? process.stdout.isTTY === true) {
    return pino(
      options,
      pretty({ sync: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname,role,region', destination }),
    );
  }
  return pino(options, destination);
}
