import type { Server as HttpServer } from 'node:http';
import type { Admission } from './Admission.ts';
import type { ConnectionDesk } from './ConnectionDesk.ts';
import type { ChatSeats } from './chat/ChatSeats.ts';
import type { Dispatcher } from './Dispatcher.ts';
import type { GatewaySettings } from './settings.ts';

/** What a transport needs of the gateway. */
export interface TransportDeps {
  readonly httpServer: HttpServer;
  readonly desk: ConnectionDesk;
  readonly dispatcher: Dispatcher;
  readonly admission: Admission;
  readonly chatSeats: ChatSeats;
  readonly settings: GatewaySettings;
}

export interface Transport {
  /** Stops taking connections and closes those that are open. The HTTP server is left to its owner. */
  close(): void;
}
