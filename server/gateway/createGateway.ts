import type { Server as HttpServer } from 'node:http';
import type { Permission } from '#lib/protocol/define.ts';
import type { Clock } from '../clock.ts';
import type { TicketLedger } from '../cluster/ports.ts';
import type { Logger } from '../observability/Logger.ts';
import { Admission, type SessionLifecycle } from './Admission.ts';
import { ConnectionDesk } from './ConnectionDesk.ts';
import { Dispatcher } from './Dispatcher.ts';
import type { AllHandlers } from './routes.ts';
import type { SessionIdentity } from './Session.ts';
import type { SessionRegistry } from './SessionRegistry.ts';
import { defaultGatewaySettings, type GatewaySettings } from './settings.ts';
import { attachSocketIo } from './socketIoTransport.ts';
import { attachWebSocket } from './webSocketTransport.ts';

export interface GatewayDeps {
  readonly httpServer: HttpServer;
  /** Who answers, by namespace. */
  readonly handlers: AllHandlers;
  /** The spaces, as far as connections come and go. */
  readonly lifecycle: SessionLifecycle;
  readonly sessions: SessionRegistry;
  readonly ledger: TicketLedger;
  /** The secret that the web part signs tickets with. */
  readonly ticketSecret: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settings?: Partial<GatewaySettings>;
  /** Whether a session has a right; by default everybody who joined has all. */
  readonly isAllowed?: (session: SessionIdentity, permission: Permission) => boolean;
}

/** The realtime entrance of the server. */
export interface Gateway {
  /** Open connections of both transports, joined or not. */
  readonly connectionCount: number;
  /**
   * Ends every connection with `server_shutdown`, waits up to a second until they are gone, and stops listening. The
   * HTTP server is left to its owner. Idempotent.
   */
  close(): Promise<void>;
}

/** Attaches Socket.IO (`/socket.io`) and the plain WebSocket (`/ws`) to an HTTP server. */
export function createGateway(deps: GatewayDeps): Gateway {
  const settings = { ...defaultGatewaySettings, ...deps.settings };
  const { sessions, clock, logger } = deps;
  const admission = new Admission({ ...deps });
  const desk = new ConnectionDesk({ settings, clock, admission });
  const isAllowed = deps.isAllowed ?? (() => true);
  const dispatcher = new Dispatcher({
    handlers: deps.handlers,
    admission,
    sessions,
    isAllowed,
    clock,
    logger,
  });
  const transportDeps = { httpServer: deps.httpServer, desk, dispatcher, settings };
  const transports = [attachSocketIo(transportDeps), attachWebSocket(transportDeps)];
  let closing: Promise<void> | null = null;
  return {
    get connectionCount() {
      return desk.count;
    },
    close() {
      closing ??= desk.close().then(() => {
        for (const transport of transports) transport.close();
      });
      return closing;
    },
  };
}
