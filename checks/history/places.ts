import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '#server/persistence/testPostgres.ts';
import { newDataDir } from '#server/testing/serverProcess.ts';
import { openPlace, type Place, type SeededPlace, type SeededTalk, seedTalk } from './seedTalk.ts';
import { peopleInRun, roomsInRun } from './sizes.ts';

/** Where runs keep their data: each in a place of its own, with the same people and rooms and nothing said yet. */
export interface Places {
  newPlace(): Promise<SeededPlace>;
  close(): Promise<void>;
}

async function seed(place: Place): Promise<SeededTalk> {
  const store = await openPlace(place);
  try {
    return await seedTalk(store, peopleInRun, roomsInRun);
  } finally {
    await store.close();
  }
}

/** Folders with the embedded database, copied from one that was made once. */
export async function openEmbeddedPlaces(): Promise<Places> {
  const root = newDataDir();
  const template = join(root, 'template');
  const talk = await seed({ dataDir: template, databaseUrl: null });
  return {
    async newPlace() {
      const dataDir = join(root, randomUUID());
      cpSync(template, dataDir, { recursive: true });
      return { talk, place: { dataDir, databaseUrl: null } };
    },
    async close() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Databases of one real PostgreSQL. */
export async function openPostgresPlaces(): Promise<Places> {
  const postgres = await startPostgres();
  const root = newDataDir();
  const talk = await seed({ dataDir: root, databaseUrl: postgres.url });
  return {
    async newPlace() {
      const name = `run_${randomUUID().replaceAll('-', '')}`;
      await withClient(new URL('template1', postgres.url).href, (client) =>
        client.query(`CREATE DATABASE ${name} TEMPLATE postgres`),
      );
      return { talk, place: { dataDir: join(root, name), databaseUrl: new URL(name, postgres.url).href } };
    },
    async close() {
      await postgres.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function withClient(url: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
