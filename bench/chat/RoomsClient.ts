import { LightSocket, type Recovery } from '../support/LightSocket.ts';
import { messageText } from './messageText.ts';

export interface RoomsClientOptions {
  readonly url: string;
  readonly roomId: string;
  readonly onMessage: (ageMs: number, seq: number) => void;
}

/** A client of the plain Socket.IO server: comes back as the stock client does, with the offset of its latest event. */
export class RoomsClient {
  readonly #options: RoomsClientOptions;
  readonly #recovery: Recovery = { pid: '', offset: '', isRecovered: false };
  #socket: LightSocket | null = null;

  constructor(options: RoomsClientOptions) {
    this.#options = options;
  }

  get roomId(): string {
    return this.#options.roomId;
  }

  /** Connects. A session that was not recovered joins its room anew. */
  async connect(): Promise<void> {
    const { url, roomId, onMessage } = this.#options;
    this.#socket = await LightSocket.open({
      ...{ url, namespace: '/', auth: {}, recovery: this.#recovery },
      onEvent: (event, payload) => {
        if (event !== 'message') return;
        const { seq, text } = payload as { seq: number; text: string };
        onMessage(performance.now() - Number.parseFloat(text), seq);
      },
    });
    if (!this.#recovery.isRecovered) await this.#socket.ask('join', { roomId });
  }

  cut(): void {
    this.#socket?.cut();
    this.#socket = null;
  }

  /** Returns the ms until the answer. */
  async send(): Promise<number> {
    if (this.#socket === null) throw new Error('there is no connection');
    const sentMs = performance.now();
    await this.#socket.ask('send', { roomId: this.roomId, text: messageText(sentMs) });
    return performance.now() - sentMs;
  }
}
