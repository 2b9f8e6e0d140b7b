import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLogger } from '../../observability/Logger.ts';
import { newDataDir } from '../../testing/serverProcess.ts';
import { clientOptions } from '../prisma/connection.ts';
import { type Engine, startEngine } from './engine.ts';
import { hostOf, socketPathFor } from './socketPath.ts';

let dataDir: string;
let engine: Engine;
let pool: pg.Pool;

beforeEach(async () => {
  dataDir = newDataDir();
  const socketPath = socketPathFor(dataDir);
  engine = await startEngine({ databaseDir: join(dataDir, 'database'), socketPath, logger: silentLogger });
  pool = new pg.Pool({ ...clientOptions({ kind: 'socket', host: hostOf(socketPath) }), max: 4 });
});

afterEach(async () => {
  await pool.end();
  await engine.close();
  rmSync(dataDir, { recursive: true });
});

/** A question whose statement and kind of parameter differ from the next one's, and its right answer. */
async function ask(number: number): Promise<number | undefined> {
  const [text, value] =
    number % 2 === 0
      ? ['SELECT $1::int AS value', number]
      : ['SELECT value::int FROM jsonb_to_record($1::jsonb) AS one(value int)', `{"value":${number}}`];
  const { rows } = await pool.query<{ value: number }>(text, [value]);
  return rows[0]?.value;
}

/** Opens all connections of the pool. */
async function warmUp(): Promise<void> {
  const clients = await Promise.all([1, 2, 3, 4].map(() => pool.connect()));
  for (const client of clients) client.release();
}

it('gives each of several connections its own answer, also when they waited for a transaction to end', async () => {
  await warmUp();
  const client = await pool.connect();
  const numbers = Array.from({ length: 60 }, (_, index) => index);
  await client.query('BEGIN');
  const answers = numbers.map(ask);
  // Each of these goes the same way as the others' questions, which stand in line by then.
  for (let round = 0; round < 10; round += 1) await client.query('SELECT 1');
  await client.query('COMMIT');
  client.release();
  expect(await Promise.all(answers)).toEqual(numbers);
});
