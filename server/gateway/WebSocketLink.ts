import { v7 as uuidv7 } from 'uuid';
import type { WebSocket } from 'ws';
import type { Namespace, ServerEvent, ServerPayload } from '#lib/protocol/catalogue.ts';
import type { SessionEnd, SessionEndReason } from '#lib/protocol/closeReasons.ts';
import type { WireError } from '#lib/protocol/errors.ts';
import type { ChatLink } from '../chat/ports.ts';
import { webSocketChatLink } from './chat/fans.ts';
import type { ClientLink, EndWords } from './Session.ts';
import { sendOrCut } from './sendOrCut.ts';

/** Bytes that may wait in a connection before positions are held back. */
const congestedBytes = 64 * 1_024;

/** WebSocket close codes (RFC 6455 §7.4): 1000 normal, 1001 going away, 1008 policy violation. */
const closeCodes: Record<SessionEndReason, number> = {
  taken_over: 1_000,
  left: 1_000,
  removed: 1_008,
  banned: 1_008,
  signed_out: 1_008,
  space_closed: 1_000,
  server_shutdown: 1_001,
  protocol: 1_008,
  abuse: 1_008,
};

/** A client's plain WebSocket: JSON `{ type, payload }`; binary messages are positions frames. */
export class WebSocketLink implements ClientLink {
  readonly speaksFrames: boolean;
  readonly #socket: WebSocket;
  #isEnded = false;

  constructor(socket: WebSocket, speaksFrames: boolean) {
    this.#socket = socket;
    this.speaksFrames = speaksFrames;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  get isCongested(): boolean {
    return this.#socket.bufferedAmount > congestedBytes;
  }

  send<N extends Namespace, E extends ServerEvent<N>>(
    _namespace: N,
    event: E,
    payload: ServerPayload<N, E>,
  ): void {
    this.#write({ type: event, payload });
  }

  sendPositionsFrame(frame: Uint8Array): void {
    if (this.#isOpen) this.#socket.send(frame);
  }

  chat(): ChatLink {
    return webSocketChatLink(uuidv7(), this.#socket, this.speaksFrames);
  }

  /** Answers a request that had an id. */
  reply(id: string | number, answer: { payload: unknown } | { error: WireError }): void {
    this.#write({ type: 'reply', id, ...answer });
  }

  end(reason: SessionEndReason, words: EndWords = {}): void {
    if (this.#isEnded) return;
    const payload: SessionEnd = { reason, ...words };
    this.#write({ type: 'session-end', payload });
    this.#isEnded = true;
    this.#socket.close(closeCodes[reason], reason);
  }

  get #isOpen(): boolean {
    return !this.#isEnded && this.#socket.readyState === this.#socket.OPEN;
  }

  #write(message: object): void {
    if (this.#isOpen) sendOrCut(this.#socket, JSON.stringify(message));
  }
}
