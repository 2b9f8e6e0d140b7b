import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../observability/Logger.ts';
import { defaultWaitMs, type StoreOptions } from './connectStore.ts';
import { markFinished } from './embedded/firstStart.ts';
import { type Embedded, openEmbedded } from './embedded/openEmbedded.ts';
import { answers, hostOf } from './embedded/socketPath.ts';
import { writeVersion } from './folderVersion.ts';
import { type Migration, migrationsDir, readMigrations } from './migrations/files.ts';
import { migrate } from './migrations/migrate.ts';
import type { Store } from './ports.ts';
import { type Connection, clientOptions } from './prisma/connection.ts';
import { createPrismaStore } from './prisma/createPrismaStore.ts';
import { explainStorage, StorageError } from './StorageError.ts';

interface Options extends StoreOptions {
  role: string;
}

/** Applies what is missing over a connection of its own. */
export async function migrateOver(connection: Connection, migrations: Migration[]): Promise<string[]> {
  const client = new pg.Client(clientOptions(connection));
  await client.connect();
  try {
    return await migrate(client, migrations);
  } finally {
    await client.end();
  }
}

const newestOf = (migrations: Migration[]): string => migrations.at(-1)?.name ?? '';

async function openUrl(url: string, logger: Logger): Promise<Store> {
  const connection: Connection = { kind: 'url', url };
  try {
    const applied = await migrateOver(connection, readMigrations(migrationsDir));
    logger.info({ applied }, 'database ready');
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const reason = error instanceof Error && error.message !== '' ? error.message : String(error);
    throw new StorageError(`The database of DATABASE_URL cannot be used: ${reason}`, { cause: error });
  }
  return createPrismaStore(connection, logger);
}

async function openOwned({ dataDir, role, logger }: Options): Promise<Store> {
  const migrations = readMigrations(migrationsDir);
  const newestMigration = newestOf(migrations);
  const embedded = await openEmbedded({ dataDir, role, newestMigration, mayShare: role !== 'all', logger });
  try {
    if (!embedded.isOwner) await waitForSocket(embedded.socketPath);
    const connection: Connection = { kind: 'socket', host: hostOf(embedded.socketPath) };
    const applied = await migrateOver(connection, migrations);
    if (embedded.isOwner) {
      writeVersion(dataDir, newestMigration);
      markFinished(dataDir);
    }
    logger.info({ applied, isOwner: embedded.isOwner }, 'embedded database ready');
    return closingWith(createPrismaStore(connection, logger), embedded);
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** The connections are closed before the database they lead to. */
function closingWith(store: Store, embedded: Embedded): Store {
  const close = async () => {
    try {
      await store.close();
    } finally {
      await embedded.close();
    }
  };
  return { ...store, close };
}

/** Waits until the database's process listens. Throws `StorageError` when it does not in time. */
async function waitForSocket(socketPath: string): Promise<void> {
  const endMs = Date.now() + defaultWaitMs;
  while (!(await answers(socketPath))) {
    if (Date.now() > endMs)
      throw new StorageError('The embedded database does not answer: start the realtime process.');
    await pause(50);
  }
}

/**
 * Opens the database and brings it to the newest migration: PostgreSQL when an address is given, else the embedded one
 * of the data folder.
 *
 * Throws `StorageError` with one sentence for whoever starts the server.
 */
export async function openStore(options: Options): Promise<Store> {
  if (options.databaseUrl !== null) return await openUrl(options.databaseUrl, options.logger);
  try {
    return await openOwned(options);
  } catch (error) {
    throw explainStorage(error, options.dataDir);
  }
}
