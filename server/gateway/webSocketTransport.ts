import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod/mini';
import { wireError } from '#lib/protocol/errors.ts';
import { addressOf } from './address.ts';
import type { Connection } from './Connection.ts';
import type { Dispatcher, Outcome } from './Dispatcher.ts';
import { keepAlive } from './keepAlive.ts';
import { isAllowedOrigin } from './origin.ts';
import { socketIoPath } from './socketIoTransport.ts';
import type { Transport, TransportDeps } from './transport.ts';
import { WebSocketLink } from './WebSocketLink.ts';

/** Path of the plain WebSocket (SPEC §1). */
export const webSocketPath = '/ws';

const messageSchema = z.object({
  type: z.string().check(z.maxLength(64)),
  payload: z.optional(z.unknown()),
  id: z.optional(z.union([z.string().check(z.maxLength(64)), z.number()])),
});

type Message = z.infer<typeof messageSchema>;

/**
 * Serves the catalogue over a plain WebSocket: requests `{ type, payload, id? }`, answers
 * `{ type: 'reply', id, payload }` or `{ type: 'reply', id, error }`, events `{ type, payload }`. The ticket comes in
 * `join`; `?wire=1` asks for binary positions.
 */
export function attachWebSocket(deps: TransportDeps): Transport {
  const { httpServer, settings } = deps;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: settings.maxMessageBytes,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (pathOf(request) !== webSocketPath) {
      refuseUnclaimed(request, socket, httpServer.listenerCount('upgrade'));
      return;
    }
    if (!isAllowedOrigin(request.headers, settings)) {
      refuseUpgrade(socket, '403 Forbidden');
      return;
    }
    server.handleUpgrade(request, socket, head, (client) => seat(client, request, deps));
  };
  httpServer.on('upgrade', onUpgrade);
  return {
    close() {
      httpServer.off('upgrade', onUpgrade);
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

function seat(client: WebSocket, request: IncomingMessage, deps: TransportDeps): void {
  const speaksFrames = new URL(request.url ?? '/', 'http://localhost').searchParams.get('wire') === '1';
  const link = new WebSocketLink(client, speaksFrames);
  const address = addressOf(request, deps.settings.trustedProxies);
  const connection = deps.desk.open(link, address, null);
  const stopKeepAlive = keepAlive(client, deps.settings);
  client.on('message', (data, isBinary) => receive(data, isBinary, link, connection, deps.dispatcher));
  // A broken frame or a message that is too large: ws closes the connection with the right code by itself.
  client.on('error', () => client.terminate());
  client.on('close', () => {
    stopKeepAlive();
    deps.desk.closed(connection);
  });
}

async function receive(
  data: RawData,
  isBinary: boolean,
  link: WebSocketLink,
  connection: Connection,
  dispatcher: Dispatcher,
): Promise<void> {
  // Its end was said; a client that does not close its side has nothing to say any more.
  if (link.isEnded) return;
  const message = isBinary ? null : parseMessage(String(data));
  if (message === null) {
    // Counted like any message, so that rubbish is limited too.
    const outcome = await dispatcher.dispatch(connection, '/space', null, undefined);
    if (outcome.kind === 'silent') return;
    const error = wireError('bad_request', 'expected JSON { type, payload, id? }');
    link.send('/space', 'problem', { event: '', error });
    return;
  }
  const namespace = dispatcher.namespaceOf(message.type);
  const outcome = await dispatcher.dispatch(connection, namespace, message.type, message.payload);
  answer(outcome, message, link);
}

function answer(outcome: Outcome, message: Message, link: WebSocketLink): void {
  if (outcome.kind === 'silent') return;
  if (outcome.kind === 'refused') {
    if (message.id === undefined) {
      link.send('/space', 'problem', { event: message.type, error: outcome.error });
    } else link.reply(message.id, { error: outcome.error });
    return;
  }
  if (message.id !== undefined) link.reply(message.id, { payload: outcome.reply });
  if (outcome.hasLeft) link.end('left');
}

function parseMessage(text: string): Message | null {
  try {
    const parsed = z.safeParse(messageSchema, JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}

/** Our own two listeners; somebody else's upgrades are left alone as soon as somebody else listens. */
const ownListeners = 2;

function refuseUnclaimed(request: IncomingMessage, socket: Duplex, listeners: number): void {
  if (pathOf(request).startsWith(`${socketIoPath}/`) || listeners > ownListeners) return;
  refuseUpgrade(socket, '404 Not Found');
}

function refuseUpgrade(socket: Duplex, status: string): void {
  // Node gives an upgraded socket away without a listener; a client that is gone would end the process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
