import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { Server, Socket } from 'node:net';

/** How long what is still open may take to end by itself, in ms: time for last messages and answers. */
const graceMs = 500;

/** The open connections of a server, whatever they became (HTTP, TLS, WebSocket). */
export class OpenConnections {
  readonly #door: Server;
  readonly #server: HttpServer;
  readonly #sockets = new Set<Socket>();
  #stopped: Promise<unknown> | undefined;

  /** `door` listens; `server` answers requests. Without TLS they are one. */
  constructor(door: Server, server: HttpServer) {
    this.#door = door;
    this.#server = server;
    door.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  /** Accepts no further connection; what is open goes on. */
  stopAccepting(): void {
    if (this.#stopped !== undefined || !this.#door.listening) return;
    this.#stopped = once(this.#door, 'close');
    this.#door.close();
  }

  /** Lets requests under way and last messages go out, then ends whatever is left. */
  async end(): Promise<void> {
    this.stopAccepting();
    this.#server.closeIdleConnections();
    const timer = setTimeout(() => this.#destroyAll(), graceMs);
    await this.#stopped;
    clearTimeout(timer);
  }

  #destroyAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
