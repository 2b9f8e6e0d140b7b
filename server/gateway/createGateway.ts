import type { Server as HttpServer } from 'node:http';
import { isAllowed, type SpacePermission, type Subject } from '#lib/domain/access/permissions.ts';
import type { Clock } from '../clock.ts';
import type { TicketLedger } from '../cluster/ports.ts';
import type { Logger } from '../observability/Logger.ts';
import type { Store } from '../persistence/ports.ts';
import { Admission, type SessionLifecycle } from './Admission.ts';
import { ConnectionDesk } from './ConnectionDesk.ts';
import { Credentials } from './Credentials.ts';
import type { ChatSeats } from './chat/ChatSeats.ts';
import { Dispatcher } from './Dispatcher.ts';
import type { AllHandlers } from './routes.ts';
import type { SessionIdentity } from './Session.ts';
import type { SessionRegistry } from './SessionRegistry.ts';
import type { SignIns } from './SignIns.ts';
import { defaultGatewaySettings, type GatewaySettings } from './settings.ts';
import { attachSocketIo } from './socketIoTransport.ts';
import { attachWebSocket } from './webSocketTransport.ts';

export interface GatewayDeps {
  readonly httpServer: HttpServer;
  /** Who answers, by namespace. */
  readonly handlers: AllHandlers;
  /** Who chats over which connection. */
  readonly chatSeats: ChatSeats;
  /** The spaces, as far as connections come and go. */
  readonly lifecycle: SessionLifecycle;
  readonly sessions: SessionRegistry;
  readonly ledger: TicketLedger;
  /** Where API tokens and their owners are found. */
  readonly store: Pick<Store, 'apiTokens' | 'users'>;
  readonly signIns: SignIns;
  /** The secret that the web part signs tickets with. */
  readonly ticketSecret: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settings?: Partial<GatewaySettings>;
  /** What somebody is in their space now. */
  readonly subjectOf: (session: SessionIdentity) => Subject;
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
  const admission = new Admission({ ...deps, credentials: new Credentials(deps) });
  const desk = new ConnectionDesk({ settings, clock, admission });
  const dispatcher = new Dispatcher({
    handlers: deps.handlers,
    chatSeats: deps.chatSeats,
    admission,
    sessions,
    isAllowed: (session: SessionIdentity, permission: SpacePermission) =>
      isAllowed(deps.subjectOf(session), permission),
    clock,
    logger,
  });
  const { httpServer, chatSeats } = deps;
  const transportDeps = { httpServer, desk, dispatcher, admission, chatSeats, settings };
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
