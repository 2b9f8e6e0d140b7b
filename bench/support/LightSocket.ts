import { WebSocket } from 'ws';

/** What an answer or an event carries. */
type Payload = unknown;

/** What Socket.IO's own recovery goes by (`connectionStateRecovery`). */
export interface Recovery {
  /** Names the session to its server; empty: there is none yet. */
  pid: string;
  /** Of the latest event. */
  offset: string;
  /** Whether the server went on where the session had stopped. */
  isRecovered: boolean;
}

interface LightSocketOptions {
  /** Origin of the server, such as `http://127.0.0.1:3001`. */
  readonly url: string;
  /** Namespace, such as `/chat`. */
  readonly namespace: string;
  readonly auth: object;
  readonly onEvent: (event: string, payload: Payload) => void;
  /** Where the connection that this one continues left off, kept up to date; for servers that recover by themselves. */
  readonly recovery?: Recovery;
  /** The connection is gone, whoever ended it. */
  readonly onClose?: () => void;
}

/**
 * A Socket.IO client with as little of its own as possible (Engine.IO 4 and Socket.IO 5 over one WebSocket), so that a
 * thousand of them fit on the core of the load. The bytes on the wire are those of the stock client.
 */
export class LightSocket {
  readonly #socket: WebSocket;
  readonly #namespace: string;
  readonly #answers = new Map<number, (payload: Payload) => void>();
  #nextId = 0;

  private constructor(socket: WebSocket, namespace: string) {
    this.#socket = socket;
    this.#namespace = namespace;
  }

  /** Connects and opens the namespace. Rejects with what the server refused. */
  static open(options: LightSocketOptions): Promise<LightSocket> {
    const { url, namespace, auth, onEvent, onClose, recovery } = options;
    const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { perMessageDeflate: false, skipUTF8Validation: true });
    const light = new LightSocket(socket, namespace);
    const opened = Promise.withResolvers<LightSocket>();
    socket.on('message', (data) => {
      const text = String(data);
      if (text === '2') socket.send('3');
      else if (text.startsWith('0'))
        socket.send(`40${namespace},${JSON.stringify(handshake(auth, recovery))}`);
      else if (text.startsWith('40')) {
        if (recovery !== undefined) resume(recovery, text);
        opened.resolve(light);
      } else if (text.startsWith('44')) opened.reject(new Error(text));
      else if (text.startsWith('43')) light.#answer(text);
      else if (text.startsWith('42')) light.#event(text, onEvent, recovery);
    });
    socket.on('error', (error) => opened.reject(error));
    socket.on('close', () => {
      opened.reject(new Error('the connection was closed'));
      onClose?.();
    });
    return opened.promise;
  }

  /** Sends a message and waits for the answer. Rejects never; a refusal is an answer, too. */
  ask(event: string, payload: object): Promise<Payload> {
    const id = this.#nextId;
    this.#nextId += 1;
    const { promise, resolve } = Promise.withResolvers<Payload>();
    this.#answers.set(id, resolve);
    this.#socket.send(`42${this.#namespace},${id}${JSON.stringify([event, payload])}`);
    return promise;
  }

  /** Ends the connection without a goodbye, as a cut does. */
  cut(): void {
    this.#socket.terminate();
  }

  #answer(text: string): void {
    const start = text.indexOf('[');
    // The default namespace is not named.
    const idStart = text.startsWith('/', 2) ? text.indexOf(',') + 1 : 2;
    const id = Number(text.slice(idStart, start));
    const resolve = this.#answers.get(id);
    this.#answers.delete(id);
    const [payload] = JSON.parse(text.slice(start)) as Payload[];
    resolve?.(payload);
  }

  #event(text: string, onEvent: LightSocketOptions['onEvent'], recovery: Recovery | undefined): void {
    const [event, ...payloads] = JSON.parse(text.slice(text.indexOf('['))) as [string, ...Payload[]];
    const last = payloads.at(-1);
    if (recovery !== undefined && recovery.pid !== '' && typeof last === 'string') recovery.offset = last;
    onEvent(event, payloads[0]);
  }
}

/** The session is named only with an offset: without one there is nothing to go on from. */
function handshake(auth: object, recovery: Recovery | undefined): object {
  if (recovery === undefined || recovery.pid === '' || recovery.offset === '') return auth;
  return { ...auth, pid: recovery.pid, offset: recovery.offset };
}

/** A server that recovers names the session by the same id as before where it could. */
function resume(recovery: Recovery, text: string): void {
  const { pid = '' } = JSON.parse(text.slice(text.indexOf('{'))) as { pid?: string };
  recovery.isRecovered = pid !== '' && pid === recovery.pid;
  recovery.pid = pid;
}
