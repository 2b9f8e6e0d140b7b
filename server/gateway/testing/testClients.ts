import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { type WireError, wireErrorSchema } from '#lib/protocol/errors.ts';
import { mediaFromClient } from '#lib/protocol/media.ts';

/** What a request came to. */
export interface Answer {
  readonly payload: unknown;
  readonly error: WireError | undefined;
}

export interface ConnectOptions {
  readonly headers?: Record<string, string>;
  /** Says `wire: 1`: positions as bytes. */
  readonly speaksFrames?: boolean;
  /** Ticket in the handshake instead of in `join` (Socket.IO only). */
  readonly token?: string;
}

/** A client of either transport, as a test drives it. */
export interface TestClient {
  /** Sends a message and waits for the answer. */
  ask(event: string, payload?: unknown): Promise<Answer>;
  /** Sends a message and wants no answer. */
  tell(event: string, payload?: unknown): void;
  /** Payloads of an event so far. */
  received(event: string): unknown[];
  readonly isOpen: boolean;
  close(): void;
}

/** Keeps what arrives, by event name. */
class Inbox {
  readonly #events: { event: string; payload: unknown }[] = [];

  add(event: string, payload: unknown): void {
    this.#events.push({ event, payload });
  }

  received(event: string): unknown[] {
    return this.#events.filter((entry) => entry.event === event).map((entry) => entry.payload);
  }
}

function answerOf(reply: unknown): Answer {
  const isRefusal = typeof reply === 'object' && reply !== null && 'error' in reply;
  return isRefusal
    ? { payload: undefined, error: wireErrorSchema.parse(reply.error) }
    : { payload: reply, error: undefined };
}

/** A stock Socket.IO client; `/media` is opened on the same connection when a media message is first sent. */
export class SocketIoClient implements TestClient {
  readonly #inbox = new Inbox();
  readonly space: Socket;
  readonly media: Socket;

  private constructor(port: number, { headers, speaksFrames, token }: ConnectOptions) {
    this.space = io(`http://127.0.0.1:${port}/space`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: headers ?? {},
      auth: { token, wire: speaksFrames === true ? 1 : undefined },
    });
    this.media = this.space.io.socket('/media');
    this.media.disconnect();
    this.space.onAny((event: string, payload: unknown) => this.#inbox.add(event, payload));
  }

  static async open(port: number, options: ConnectOptions = {}): Promise<SocketIoClient> {
    const client = new SocketIoClient(port, options);
    await new Promise<void>((resolve, reject) => {
      client.space.once('connect', resolve);
      client.space.once('connect_error', reject);
    });
    return client;
  }

  get isOpen(): boolean {
    return this.space.connected;
  }

  /** Opens `/media` on the same connection; rejects with the server's refusal. */
  openMedia(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.media.once('connect', resolve);
      this.media.once('connect_error', reject);
      this.media.connect();
    });
  }

  async ask(event: string, payload?: unknown): Promise<Answer> {
    const socket = event in mediaFromClient ? this.media : this.space;
    return answerOf(await socket.timeout(5_000).emitWithAck(event, payload));
  }

  tell(event: string, payload?: unknown): void {
    this.space.emit(event, payload);
  }

  received(event: string): unknown[] {
    return this.#inbox.received(event);
  }

  close(): void {
    this.space.io._close();
  }
}

/** A plain WebSocket that speaks JSON. */
export class JsonClient implements TestClient {
  readonly #inbox = new Inbox();
  readonly #asked = new Map<number, (answer: Answer) => void>();
  readonly socket: WebSocket;
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data, isBinary) => {
      if (isBinary) this.#inbox.add('positions', data);
      else this.#receive(JSON.parse(String(data)));
    });
    socket.on('error', () => socket.terminate());
  }

  static async open(port: number, options: ConnectOptions = {}): Promise<JsonClient> {
    const query = options.speaksFrames === true ? '?wire=1' : '';
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws${query}`, { headers: options.headers ?? {} });
    await once(socket, 'open');
    return new JsonClient(socket);
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  ask(event: string, payload?: unknown): Promise<Answer> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.socket.send(JSON.stringify({ type: event, payload, id }));
    return new Promise((resolve) => this.#asked.set(id, resolve));
  }

  tell(event: string, payload?: unknown): void {
    this.socket.send(JSON.stringify({ type: event, payload }));
  }

  received(event: string): unknown[] {
    return this.#inbox.received(event);
  }

  close(): void {
    this.socket.terminate();
  }

  #receive(message: { type: string; id?: number; payload?: unknown; error?: unknown }): void {
    if (message.type !== 'reply' || message.id === undefined) {
      this.#inbox.add(message.type, message.payload);
      return;
    }
    const { error, payload } = message;
    this.#asked.get(message.id)?.(answerOf(error === undefined ? payload : { error }));
    this.#asked.delete(message.id);
  }
}
