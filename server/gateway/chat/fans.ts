import type { Namespace as IoNamespace, Socket } from 'socket.io';
import type { WebSocket } from 'ws';
import type { ServerEvent, ServerPayload } from '#lib/protocol/catalogue.ts';
import type { SessionEnd } from '#lib/protocol/closeReasons.ts';
import type { Broadcast, ChatLink } from '../../chat/ports.ts';
import { sendOrCut } from '../sendOrCut.ts';

/** Chat links that share a transport, which can send them all one message that it encodes once. */
interface Fan {
  send<E extends ServerEvent<'/chat'>>(
    links: readonly GatewayChatLink[],
    event: E,
    payload: ServerPayload<'/chat', E>,
  ): void;
}

/** A chat link of this gateway, with the transport that it shares with others. */
export interface GatewayChatLink extends ChatLink {
  readonly fan: Fan;
}

const fanOf = new WeakMap<ChatLink, GatewayChatLink>();

/** Makes a link known to `broadcastChat`. */
function enlist<Link extends GatewayChatLink>(link: Link): Link {
  fanOf.set(link, link);
  return link;
}

/** Sends one message to many links; each transport among them encodes it once. Other links are sent to one by one. */
export const broadcastChat: Broadcast = (links, event, payload) => {
  const byFan = new Map<Fan, GatewayChatLink[]>();
  for (const link of links) {
    const known = fanOf.get(link);
    if (known === undefined) {
      link.send(event, payload);
      continue;
    }
    const together = byFan.get(known.fan);
    if (together === undefined) byFan.set(known.fan, [known]);
    else together.push(known);
  }
  for (const [fan, together] of byFan) fan.send(together, event, payload);
};

/** The sockets of one Socket.IO namespace. Its adapter encodes a packet once for all rooms; a socket's id is its own room. */
class SocketIoFan implements Fan {
  readonly #namespace: IoNamespace;

  constructor(namespace: IoNamespace) {
    this.#namespace = namespace;
  }

  send<E extends ServerEvent<'/chat'>>(
    links: readonly GatewayChatLink[],
    event: E,
    payload: ServerPayload<'/chat', E>,
  ): void {
    const [only] = links;
    if (links.length === 1 && only !== undefined) only.send(event, payload);
    else this.#namespace.to(links.map(({ id }) => id)).emit(event, payload);
  }
}

const fansOfNamespaces = new WeakMap<IoNamespace, Fan>();

function fanOfNamespace(namespace: IoNamespace): Fan {
  const known = fansOfNamespaces.get(namespace);
  if (known !== undefined) return known;
  const fan = new SocketIoFan(namespace);
  fansOfNamespaces.set(namespace, fan);
  return fan;
}

/**
 * A chat over a Socket.IO socket: that of `/chat`, of the default namespace, or of `/space` for clients that use the
 * older names there.
 *
 * @param onEnd what else is closed when the chat ends.
 */
export function socketIoChatLink(socket: Socket, speaksEntries: boolean, onEnd: () => void): ChatLink {
  let isEnded = false;
  return enlist({
    id: socket.id,
    speaksEntries,
    fan: fanOfNamespace(socket.nsp),
    send(event, payload) {
      if (!isEnded) socket.emit(event, payload);
    },
    end(end: SessionEnd) {
      if (isEnded) return;
      isEnded = true;
      socket.emit('chat-end', end);
      onEnd();
    },
  });
}

const textOf = (event: string, payload: unknown): string => JSON.stringify({ type: event, payload });

/** Plain WebSockets: the text is written once and sent to each. */
const webSocketFan: Fan = {
  send(links, event, payload) {
    const text = textOf(event, payload);
    for (const link of links) textSenders.get(link)?.(text);
  },
};

const textSenders = new WeakMap<GatewayChatLink, (text: string) => void>();

/** A chat over a plain WebSocket, beside the space on the same connection. */
export function webSocketChatLink(id: string, socket: WebSocket, speaksEntries: boolean): ChatLink {
  let isEnded = false;
  const write = (text: string): void => {
    if (!isEnded && socket.readyState === socket.OPEN) sendOrCut(socket, text);
  };
  const link: GatewayChatLink = {
    id,
    speaksEntries,
    fan: webSocketFan,
    send: (event, payload) => write(textOf(event, payload)),
    end(end: SessionEnd) {
      write(textOf('chat-end', end));
      isEnded = true;
    },
  };
  textSenders.set(link, write);
  return enlist(link);
}
