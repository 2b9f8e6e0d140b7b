import { composeOver } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import { createLogger } from '../../server/observability/createLogger.ts';
import { openStore } from '../../server/persistence/openStore.ts';
import type { Store } from '../../server/persistence/ports.ts';
import { startServer } from '../../server/startServer.ts';
import { countedStore, noCounts } from './counting.ts';
import { oneByOne } from './oneByOne.ts';

/**
 * The production server over a store that counts what it is asked. With the argument `one-by-one` each message is a
 * transaction of its own. On SIGUSR2 it says the counts in one line.
 */
const isOneByOne = process.argv.includes('one-by-one');
const counts = noCounts();

function prepared(store: Store): Store {
  const measured = countedStore(store, counts);
  if (!isOneByOne) return measured;
  return { ...measured, chatLog: { ...measured.chatLog, append: oneByOne(measured.chatLog.append) } };
}

const config = readConfig(process.env);
const logger = createLogger({ level: config.logLevel, isPretty: false, destination: process.stderr });
const server = await startServer(config, logger, (...parts) =>
  composeOver(async (settings, log) => prepared(await openStore({ ...settings, logger: log })), ...parts),
);
process.on('SIGUSR2', () => {
  process.stdout.write(`counts ${JSON.stringify({ ...counts, atMs: performance.now() })}\n`);
});
process.once('SIGTERM', async () => {
  await server.close();
  process.exit(0);
});
process.stdout.write(`Vicinity is running at ${server.url}\n`);
