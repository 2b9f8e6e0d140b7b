import type { Clock } from '../clock.ts';
import type { Admission } from './Admission.ts';
import { Connection } from './Connection.ts';
import { RateLimits } from './rateLimits.ts';
import type { ClientLink } from './Session.ts';
import type { GatewaySettings } from './settings.ts';

/** How long clients may take to close their ends when the server stops, in ms. */
const closeTimeoutMs = 1_000;

/** All open connections of both transports, from their handshake to their end. */
export class ConnectionDesk {
  readonly #settings: GatewaySettings;
  readonly #clock: Clock;
  readonly #admission: Admission;
  readonly #open = new Set<Connection>();
  #isClosed = false;
  #onEmpty: (() => void) | null = null;

  constructor(deps: { settings: GatewaySettings; clock: Clock; admission: Admission }) {
    this.#settings = deps.settings;
    this.#clock = deps.clock;
    this.#admission = deps.admission;
  }

  get count(): number {
    return this.#open.size;
  }

  /** A new connection; it is ended when it has not joined within the time for that. */
  open(link: ClientLink, address: string, handshakeToken: string | null): Connection {
    const cancelDeadline = this.#clock.after(this.#settings.joinTimeoutMs, () => link.end('protocol'));
    const limits = new RateLimits(this.#settings.rates, this.#clock.nowMs());
    const connection = new Connection({ link, limits, address, handshakeToken, cancelDeadline });
    this.#open.add(connection);
    if (this.#isClosed) link.end('server_shutdown');
    return connection;
  }

  /** The transport says that the connection is gone. Idempotent. */
  closed(connection: Connection): void {
    this.#open.delete(connection);
    this.#admission.close(connection);
    if (this.#open.size === 0) this.#onEmpty?.();
  }

  /** Ends every connection, and every later one, with `server_shutdown`; waits until they are gone, 1 s at most. */
  close(): Promise<void> {
    this.#isClosed = true;
    for (const connection of this.#open) connection.link.end('server_shutdown');
    return new Promise((resolve) => {
      const cancel = this.#clock.after(closeTimeoutMs, resolve);
      this.#onEmpty = () => {
        cancel();
        resolve();
      };
      if (this.#open.size === 0) this.#onEmpty();
    });
  }
}
