import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** PostgreSQL clients find a socket by its folder and this name (libpq, "host" beginning with a slash). */
const fileName = '.s.PGSQL.5432';

/** Addresses of Unix sockets hold 108 bytes with their end on Linux and 104 on macOS (unix(7), sys/un.h). */
const maxBytes = 103;

/** Where the socket of a data folder stands: in the folder, or under the system's temporary one when that is too long. */
export function socketPathFor(dataDir: string): string {
  const inside = join(dataDir, 'socket', fileName);
  if (Buffer.byteLength(inside) <= maxBytes) return inside;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join(tmpdir(), `vicinity-${name}`, fileName);
}

/** The folder that PostgreSQL clients are told as `host`. */
export const hostOf = (socketPath: string): string => dirname(socketPath);

/** Whether somebody listens on the socket. */
export function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
