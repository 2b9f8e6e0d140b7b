import type pg from 'pg';

/** How to reach a PostgreSQL: by address, or the folder of a Unix socket. */
export type Connection = { kind: 'url'; url: string } | { kind: 'socket'; host: string };

/** How long a connection may take, in ms. */
const connectTimeoutMs = 10_000;

/** Options for a client of `pg`. Times are UTC on both ends. */
export function clientOptions(connection: Connection): pg.ClientConfig {
  const common = {
    connectionTimeoutMillis: connectTimeoutMs,
    options: '-c timezone=UTC',
    application_name: 'vicinity',
  };
  if (connection.kind === 'url') return { ...common, connectionString: connection.url };
  return { ...common, host: connection.host, port: 5432, user: 'postgres', database: 'postgres', ssl: false };
}
