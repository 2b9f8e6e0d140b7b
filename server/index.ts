import { type Config, readConfig } from './config.ts';
import { createLogger } from './observability/createLogger.ts';
import type { Logger } from './observability/Logger.ts';
import { announcement } from './start/announce.ts';
import { sentenceOf } from './start/errors.ts';
import { type RunningServer, startServer } from './startServer.ts';

/** How long an orderly end may take before the process is ended as it is, in ms. */
const shutdownTimeoutMs = 8_000;

/** Says in one sentence what is wrong, when it is something that can be said so, and ends with code 1. */
function giveUp(error: unknown, logger: Logger | null): never {
  const sentence = sentenceOf(error);
  if (sentence !== null) process.stderr.write(`${sentence}\n`);
  else if (logger !== null) logger.error({ error }, 'the server failed');
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

type Shutdown = (reason: string, code: number) => void;

/**
 * Ends the process in an orderly way, once; a second request ends it at once. While the server starts there is nobody
 * to be told, and what is unfinished is made anew by the next start, so then it ends at once, too.
 */
function createShutdown(logger: Logger, current: () => RunningServer | null): Shutdown {
  let isEnding = false;
  return (reason, code) => {
    if (isEnding) {
      logger.error({ reason }, 'ended before everything was closed');
      process.exit(1);
    }
    isEnding = true;
    logger.info({ reason }, 'stopping');
    const server = current();
    if (server === null) process.exit(code);
    setTimeout(() => {
      logger.error({ timeoutMs: shutdownTimeoutMs }, 'stopping took too long');
      process.exit(1);
    }, shutdownTimeoutMs).unref();
    server
      .close()
      .then(() => {
        logger.info({}, 'stopped');
        process.exit(code);
      })
      .catch((error: unknown) => giveUp(error, logger));
  };
}

function endOnTrouble(logger: Logger, shutdown: Shutdown): void {
  process.on('SIGINT', () => shutdown('SIGINT', 0));
  process.on('SIGTERM', () => shutdown('SIGTERM', 0));
  process.on('SIGHUP', () => shutdown('SIGHUP', 0));
  const failed = (error: unknown) => {
    logger.error({ error }, 'an error was not caught');
    shutdown('error', 1);
  };
  process.on('uncaughtException', failed);
  process.on('unhandledRejection', failed);
}

async function main(): Promise<void> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    giveUp(error, null);
  }
  const logger = createLogger({ level: config.logLevel, base: { role: config.role, region: config.region } });
  for (const warning of config.warnings) logger.warn({}, warning);
  let running: RunningServer | null = null;
  endOnTrouble(
    logger,
    createShutdown(logger, () => running),
  );
  try {
    running = await startServer(config, logger);
    process.stdout.write(`${announcement(config, running)}\n`);
  } catch (error) {
    giveUp(error, logger);
  }
}

await main();
