import type { PGlite } from '@electric-sql/pglite';

/**
 * Messages of the extended query protocol after which more of the same query follows, until its Sync: Parse, Bind,
 * Describe, Execute, Close and Flush. https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
const unfinished: ReadonlySet<number | undefined> = new Set([...'PBDECH'].map((sign) => sign.charCodeAt(0)));

/**
 * Lets nobody else in between the messages of one query. The socket server passes on single messages, of one connection
 * after the other, and keeps to one connection only while that is in a transaction; but all connections share one
 * session and its unnamed statement. Two that wait for the end of a transaction would send their Parse right after each
 * other, and the first would run the second one's statement. Here an unfinished query counts as a transaction.
 */
export function keepQueriesWhole(db: PGlite): void {
  const execute = db.execProtocolRawStream.bind(db);
  const isInTransaction = db.isInTransaction.bind(db);
  let isUnfinished = false;
  db.execProtocolRawStream = async (message, options) => {
    isUnfinished = unfinished.has(message[0]);
    await execute(message, options);
  };
  db.isInTransaction = () => isUnfinished || isInTransaction();
}
