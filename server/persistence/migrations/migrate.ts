import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import * as z from 'zod';
import { StorageError } from '../StorageError.ts';
import type { Migration } from './files.ts';

/** The number that `prisma migrate` locks too, so that the two never run at once (Prisma's schema engine). */
const advisoryLock = 72_707_369;

/** Prisma's own table, so that `prisma migrate deploy` later finds nothing to do. */
const createTable = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

const recordSchema = z.object({
  migration_name: z.string(),
  checksum: z.string(),
  finished_at: z.date().nullable(),
});

type MigrationRecord = z.infer<typeof recordSchema>;

async function recorded(client: Client): Promise<MigrationRecord[]> {
  const result = await client.query(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  return z.array(recordSchema).parse(result.rows);
}

function refuseUnknown(records: MigrationRecord[], migrations: Migration[]): void {
  for (const record of records) {
    const own = migrations.find((migration) => migration.name === record.migration_name);
    if (own === undefined) {
      throw new StorageError(
        `The database was changed by a newer version of Vicinity (${record.migration_name}): start that version or a later one.`,
      );
    }
    if (record.finished_at === null) {
      throw new StorageError(
        `The migration ${record.migration_name} was begun and not finished: restore the database, or resolve it with \`prisma migrate resolve\`.`,
      );
    }
    if (own.checksum !== record.checksum) {
      throw new StorageError(
        `The migration ${own.name} differs from the one that this database was made with.`,
      );
    }
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}

/**
 * Brings the database to the newest migration: all missing ones in one transaction, under an advisory lock. Returns the
 * names of those applied.
 *
 * Throws `StorageError` when the database was made by a newer version or by other files.
 */
export async function migrate(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [advisoryLock]);
    await client.query(createTable);
    const records = await recorded(client);
    refuseUnknown(records, migrations);
    const missing = migrations.filter(
      ({ name }) => !records.some((record) => record.migration_name === name),
    );
    for (const migration of missing) await apply(client, migration);
    await client.query('COMMIT');
    return missing.map(({ name }) => name);
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
