import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hostOf, socketPathFor } from '../../server/persistence/embedded/socketPath.ts';
import { clientOptions } from '../../server/persistence/prisma/connection.ts';
import { inTurns } from '../support/inTurns.ts';

/** Connections of the server's own pool to the embedded database. */
const poolSize = 4;

/**
 * For orientation: rows per second into a table without any index but its key, one INSERT each, by `pg` alone, while the
 * database's process has nothing else to do. No numbering, no rights, no search, no second sending found.
 */
export async function bareInserts(dataDir: string, durationMs: number): Promise<number> {
  const host = hostOf(socketPathFor(dataDir));
  const pool = new pg.Pool({ ...clientOptions({ kind: 'socket', host }), max: poolSize });
  try {
    await pool.query('CREATE TABLE IF NOT EXISTS bench_rows (id uuid PRIMARY KEY, content text NOT NULL)');
    const content = 'x'.repeat(100);
    const startedMs = performance.now();
    let rows = 0;
    await inTurns(Array.from({ length: poolSize }), poolSize, async () => {
      while (performance.now() - startedMs < durationMs) {
        await pool.query('INSERT INTO bench_rows VALUES ($1, $2)', [uuidv7(), content]);
        rows += 1;
      }
    });
    return (rows * 1_000) / (performance.now() - startedMs);
  } finally {
    await pool.query('DROP TABLE IF EXISTS bench_rows');
    await pool.end();
  }
}
