import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { isErrno } from '../errno.ts';
import { portOwner } from './portOwner.ts';

/** The server cannot listen. The message is one sentence for whoever starts it. */
export class ListenError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ListenError';
  }
}

function explain(error: unknown, port: number): unknown {
  if (isErrno(error, 'EADDRINUSE')) {
    const owner = portOwner(port) ?? 'another program';
    return new ListenError(
      `Port ${port} is taken by ${owner}: stop it, or choose another port, as in PORT=${port + 1} npm start.`,
      {
        cause: error,
      },
    );
  }
  if (isErrno(error, 'EACCES')) {
    return new ListenError(
      `Port ${port} may not be used by this user: choose one above 1023, as in PORT=3000 npm start.`,
      {
        cause: error,
      },
    );
  }
  return error;
}

/** Throws `ListenError` when the port is taken now: better said before everything is started than after. */
export async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, port);
  probe.close();
  await once(probe, 'close');
}

/**
 * Listens on all addresses of this machine, so that it can be reached in virtual machines and containers as well.
 * Returns the port, which the system chose when 0 was asked for.
 *
 * Throws `ListenError` with one sentence when the port cannot be had.
 */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw explain(error, port);
  }
  return (server.address() as AddressInfo).port;
}
