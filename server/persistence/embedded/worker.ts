import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import * as z from 'zod';
import { keepQueriesWhole } from './keepQueriesWhole.ts';

/**
 * Runs the embedded PostgreSQL away from the main thread: a long query would stop the event loop there. Whoever wants
 * the database connects to its socket.
 */
const options = z
  .object({ databaseDir: z.string(), socketPath: z.string(), maxConnections: z.number().int() })
  .parse(workerData);

if (parentPort === null) throw new Error('This file is a worker of server/persistence/embedded.');
const port = parentPort;

const db = await PGlite.create({ dataDir: options.databaseDir });
keepQueriesWhole(db);
const server = new PGLiteSocketServer({
  db,
  path: options.socketPath,
  maxConnections: options.maxConnections,
});
await server.start();

port.once('message', async () => {
  await server.stop();
  await db.close();
  port.close();
});
port.postMessage('ready');
