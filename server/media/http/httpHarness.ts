import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { systemClock } from '#server/clock.ts';
import { silentLogger } from '#server/observability/Logger.ts';
import type { MediaPort } from '../MediaPort.ts';
import { createMediaHttpHandler } from './createMediaHttpHandler.ts';

export const secret = 'a secret for tests';

/** A media service on a free port over any media port. */
export class MediaService {
  readonly #server: Server;
  readonly #handler: ReturnType<typeof createMediaHttpHandler>;
  readonly portNumber: number;

  private constructor(
    server: Server,
    handler: ReturnType<typeof createMediaHttpHandler>,
    portNumber: number,
  ) {
    this.#server = server;
    this.#handler = handler;
    this.portNumber = portNumber;
  }

  get url(): string {
    return `http://127.0.0.1:${this.portNumber}`;
  }

  /** @param portNumber 0 for any free one */
  static async start(port: MediaPort, portNumber = 0): Promise<MediaService> {
    const handler = createMediaHttpHandler({
      port,
      secret,
      log: silentLogger,
      clock: systemClock,
      aliveMs: 50,
    });
    const server = createServer(handler).listen(portNumber, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return new MediaService(server, handler, address.port);
  }

  /** Cuts every connection, as a network does; the service goes on. */
  cut(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.#handler.close();
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
