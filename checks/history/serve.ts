import { parseArgs } from 'node:util';
import { composeOver } from '#server/compose.ts';
import { type Config, readConfig } from '#server/config.ts';
import { createLogger } from '#server/observability/createLogger.ts';
import type { Logger } from '#server/observability/Logger.ts';
import { openStore } from '#server/persistence/openStore.ts';
import type { Store } from '#server/persistence/ports.ts';
import { startServer } from '#server/startServer.ts';
import { breakChatLog, isDefect } from './brokenChatLog.ts';

/** The realtime role over its own database, sound or (`--broken=…`) with a log that lies. Ends by a signal only. */
const { broken } = parseArgs({ options: { broken: { type: 'string' } } }).values;

async function open(config: Config, logger: Logger): Promise<Store> {
  const store = await openStore({ ...config, logger: logger.child({ part: 'database' }) });
  if (broken === undefined) return store;
  if (!isDefect(broken)) throw new Error(`There is no defect ${broken}.`);
  return { ...store, chatLog: breakChatLog(store.chatLog, broken) };
}

const config = readConfig(process.env);
const logger = createLogger({ level: config.logLevel, base: { role: config.role } });
const { url } = await startServer(config, logger, (...parts) => composeOver(open, ...parts));
process.stdout.write(`Vicinity is running at ${url}\n`);
