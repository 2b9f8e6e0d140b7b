import type { Socket } from 'socket.io';
import type { Namespace, ServerEvent, ServerPayload } from '#lib/protocol/catalogue.ts';
import type { SessionEndReason } from '#lib/protocol/closeReasons.ts';
import type { ChatLink } from '../chat/ports.ts';
import { socketIoChatLink } from './chat/fans.ts';
import type { ClientLink, EndWords } from './Session.ts';

/** Packets that may wait in a connection before positions are held back: several ticks of nine zones. */
const congestedPackets = 64;

/** Messages of `/media` that are kept until the client has opened it; one that never does costs no more. */
const keptMediaMessages = 64;

/** A client's Socket.IO connection: its `/space` socket and, once it is there, its `/media` socket. */
export class SocketIoLink implements ClientLink {
  readonly speaksFrames: boolean;
  readonly #space: Socket;
  #media: Socket | null = null;
  /** What `/media` had to say while the client, back after a loss, was still opening it. */
  #mediaMessages: { readonly event: string; readonly payload: unknown }[] = [];
  #waitingPackets = 0;
  #isEnded = false;

  constructor(space: Socket, speaksFrames: boolean) {
    this.#space = space;
    this.speaksFrames = speaksFrames;
    space.conn.on('packetCreate', () => {
      this.#waitingPackets += 1;
    });
    // Emitted when all that waited has been handed to the operating system or is on its way there.
    space.conn.on('drain', () => {
      this.#waitingPackets = 0;
    });
  }

  get isCongested(): boolean {
    return this.#waitingPackets > congestedPackets;
  }

  /** For clients that use the chat's older names on `/space`, and get its news there. */
  chat(): ChatLink {
    return socketIoChatLink(this.#space, false, () => undefined);
  }

  /** The client opened `/media` on the same connection, or left it (`null`). */
  setMedia(socket: Socket | null): void {
    this.#media = socket;
    if (socket === null) return;
    for (const { event, payload } of this.#mediaMessages) socket.emit(event, payload);
    this.#mediaMessages = [];
  }

  send<N extends Namespace, E extends ServerEvent<N>>(
    namespace: N,
    event: E,
    payload: ServerPayload<N, E>,
  ): void {
    if (this.#isEnded) return;
    if (namespace !== '/media') this.#space.emit(event, payload);
    else if (this.#media !== null) this.#media.emit(event, payload);
    else if (this.#mediaMessages.length < keptMediaMessages) this.#mediaMessages.push({ event, payload });
  }

  /**
   * Sent like everything else: Socket.IO's `volatile` drops whatever follows another packet of the same moment, so of
   * several zones only the first would arrive. The space asks `isCongested` instead.
   */
  sendPositionsFrame(frame: Uint8Array): void {
    if (!this.#isEnded) this.#space.emit('positions', frame);
  }

  end(reason: SessionEndReason, words: EndWords = {}): void {
    if (this.#isEnded) return;
    this.send('/space', 'session-end', { reason, ...words });
    this.#isEnded = true;
    this.#space.disconnect(true);
  }
}
