import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../observability/Logger.ts';
import { createPrismaStore } from '../prisma/createPrismaStore.ts';
import { startPostgres, type TestPostgres } from '../testPostgres.ts';
import { declaredColumns, declaredIndexes } from './declaredTables.ts';
import { type Migration, migrationsDir, readMigrations } from './files.ts';
import { migrate } from './migrate.ts';

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

/** A schema has no words for partitions: they are what the table that they belong to is. */
const noPartition = (table: string): string =>
  `NOT (SELECT relispartition FROM pg_class WHERE oid = quote_ident(${table})::regclass)`;

describe('migrations', () => {
  const own = readMigrations(migrationsDir);
  let postgres: TestPostgres;
  let client: pg.Client;
  let databases = 0;

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  const urlOf = (database: string) => postgres.url.replace(/postgres$/, database);

  beforeEach(async () => {
    databases += 1;
    const admin = new pg.Client(postgres.url);
    await admin.connect();
    await admin.query(`CREATE DATABASE test${databases}`);
    await admin.end();
    client = new pg.Client(urlOf(`test${databases}`));
    await client.connect();
    return () => client.end();
  });

  const tables = async (): Promise<string[]> => {
    const { rows } = await client.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name`,
    );
    return rows.map((row) => row.table_name);
  };

  it('lead to exactly what the schema declares', async () => {
    await migrate(client, own);
    const { rows } = await client.query(
      `SELECT table_name AS table, column_name AS name, udt_name AS type, is_nullable = 'YES' AS "isNullable"
       FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND ${noPartition('table_name')}`,
    );
    const schema = readFileSync(join(migrationsDir, '../schema.prisma'), 'utf8');
    const declared = declaredColumns(schema);
    expect(declared.length).toBeGreaterThan(80);
    expect(rows.sort((a, b) => a.table.localeCompare(b.table) || a.name.localeCompare(b.name))).toEqual(
      declared,
    );
  });

  it('make the keys and indexes that the schema declares', async () => {
    await migrate(client, own);
    const { rows } = await client.query(
      `SELECT indexname FROM pg_indexes
       WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' AND ${noPartition('tablename')}`,
    );
    const declared = declaredIndexes(readFileSync(join(migrationsDir, '../schema.prisma'), 'utf8'));
    expect(declared.length).toBeGreaterThan(40);
    expect(rows.map((row) => row.indexname).sort()).toEqual(declared);
  });

  it('index every foreign key', async () => {
    await migrate(client, own);
    const { rows } = await client.query(
      `SELECT conrelid::regclass || '.' || attname AS key
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
       WHERE contype = 'f' AND NOT EXISTS (
         SELECT FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1]
       )`,
    );
    expect(rows).toEqual([]);
  });

  it('keep the people and spaces of older versions', async () => {
    await migrate(client, own.slice(0, 1));
    const [guest, account, space] = [1, 2, 3].map((n) => `01900000-0000-7000-8000-00000000000${n}`);
    await client.query(
      `INSERT INTO users (id, email, name, updated_at)
       VALUES ($1, NULL, 'Gus', now()), ($2, 'alice@example.org', 'Alice', now())`,
      [guest, account],
    );
    await client.query(
      `INSERT INTO spaces (id, slug, name, map_url, region, updated_at)
       VALUES ($1, 'demo', 'Demo', '/maps/office.tmj', 'local', now())`,
      [space],
    );
    await migrate(client, own);
    const store = createPrismaStore({ kind: 'url', url: urlOf(`test${databases}`) }, silentLogger);
    expect(await store.users.findById(guest ?? '')).toMatchObject({ name: 'Gus', isGuest: true, version: 1 });
    expect(await store.users.findByEmail('alice@example.org')).toMatchObject({ isGuest: false });
    expect(await store.spaces.findBySlug('demo')).toMatchObject({
      visibility: 'unlisted',
      mapId: 'office',
      capacity: 50,
      version: 1,
    });
    await store.close();
  });

  it('are recorded in Prisma’s form and not applied again', async () => {
    expect(await migrate(client, own)).toEqual(own.map(({ name }) => name));
    expect(await migrate(client, own)).toEqual([]);
    const { rows } = await client.query('SELECT * FROM _prisma_migrations');
    expect(rows).toHaveLength(own.length);
    for (const row of rows) {
      expect(row).toMatchObject({ applied_steps_count: 1, logs: null, rolled_back_at: null });
      expect(row.finished_at).toBeInstanceOf(Date);
      expect(row.checksum).toBe(own.find(({ name }) => name === row.migration_name)?.checksum);
    }
  });

  it('have names that sort by age', () => {
    for (const { name } of own) expect(name).toMatch(/^\d{14}_[a-z_]+$/);
  });

  it('are applied all or not at all', async () => {
    const broken = [migration('1_good', 'CREATE TABLE good (id int)'), migration('2_bad', 'CREATE TABEL')];
    await expect(migrate(client, broken)).rejects.toThrow();
    expect(await tables()).toEqual([]);
  });

  it('go on where an older version stopped', async () => {
    const first = migration('1_first', 'CREATE TABLE first (id int)');
    const second = migration('2_second', 'CREATE TABLE second (id int)');
    await migrate(client, [first]);
    expect(await migrate(client, [first, second])).toEqual(['2_second']);
    expect(await tables()).toEqual(['_prisma_migrations', 'first', 'second']);
  });

  it('of a newer version are refused', async () => {
    const first = migration('1_first', 'SELECT 1');
    await migrate(client, [first, migration('2_newer', 'SELECT 1')]);
    await expect(migrate(client, [first])).rejects.toThrow(
      'The database was changed by a newer version of Vicinity (2_newer)',
    );
  });

  it('that were changed afterwards are refused', async () => {
    await migrate(client, [migration('1_first', 'SELECT 1')]);
    await expect(migrate(client, [migration('1_first', 'SELECT 2')])).rejects.toThrow('1_first differs');
  });

  it('that were begun and not finished are refused', async () => {
    const first = migration('1_first', 'SELECT 1');
    await migrate(client, [first]);
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate(client, [first])).rejects.toThrow('1_first was begun and not finished');
  });

  it('keep times in UTC whatever the database’s zone is', async () => {
    await migrate(client, own);
    const store = createPrismaStore({ kind: 'url', url: urlOf(`test${databases}`) }, silentLogger);
    const id = '01900000-0000-7000-8000-000000000001';
    const before = Date.now();
    const { createdAt } = await store.users.createGuest({ id, name: 'Alice' });
    expect(Math.abs(Date.parse(createdAt) - before)).toBeLessThan(60_000);
    await store.close();
  });
});
