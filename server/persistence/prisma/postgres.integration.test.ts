import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLogger } from '../../observability/Logger.ts';
import { migrationsDir, readMigrations } from '../migrations/files.ts';
import { migrateOver, openStore } from '../openStore.ts';
import { StorageError } from '../StorageError.ts';
import { storeContract } from '../store.contract.ts';
import { startPostgres, type TestPostgres } from '../testPostgres.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const options = (databaseUrl: string) => ({
  databaseUrl,
  dataDir: '/nowhere',
  role: 'all',
  logger: silentLogger,
});

storeContract('PostgreSQL', () => openStore(options(postgres.url)));

describe('PostgreSQL', () => {
  it('is migrated once, also by several servers that start at the same moment', async () => {
    const admin = new pg.Client(postgres.url);
    await admin.connect();
    await admin.query('CREATE DATABASE fresh');
    await admin.end();
    const url = postgres.url.replace(/postgres$/, 'fresh');
    const migrations = readMigrations(migrationsDir);
    const applied = await Promise.all(
      Array.from({ length: 4 }, () => migrateOver({ kind: 'url', url }, migrations)),
    );
    expect(applied.flat()).toEqual(migrations.map(({ name }) => name));
  });

  it('is explained in one sentence when it cannot be reached', async () => {
    const unreachable = openStore(options('postgresql://nobody:hunter2@127.0.0.1:1/none'));
    await expect(unreachable).rejects.toThrow(StorageError);
    await expect(unreachable).rejects.toThrow(/^The database of DATABASE_URL cannot be used: /);
    await expect(unreachable).rejects.not.toThrow(/hunter2/);
  });
});
