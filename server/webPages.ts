import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';

/** Next.js as the server uses it. */
export interface WebPages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Lets Next.js have the upgrade requests that are its own (hot reload). Returns false for all others. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}

interface Options {
  dir: string;
  isDev: boolean;
  port: number;
}

/**
 * Starts Next.js without a port of its own.
 *
 * Next listens for upgrade requests on the server it is given and ends those it does not know, the realtime gateway's
 * among them. So it is given a server that never listens, and hears there only of upgrades that are its own.
 */
export async function startWebPages({ dir, isDev, port }: Options): Promise<WebPages> {
  const relay = createServer();
  const app = next({ dev: isDev, dir, port, httpServer: relay, quiet: !isDev });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    handleUpgrade(request, socket, head) {
      if (!isDev || !request.url?.startsWith('/_next/')) return false;
      if (!relay.emit('upgrade', request, socket, head)) socket.destroy();
      return true;
    },
    close: () => app.close(),
  };
}
