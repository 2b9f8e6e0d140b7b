import type { Logger } from '#server/observability/Logger.ts';
import type { MediaEvent } from '../MediaPort.ts';
import type { MediaHttpClient } from './MediaHttpClient.ts';

/** The rooms this process made on the media service: which to report lost, and which still have to be closed there. */
export class RemoteRooms {
  readonly #http: MediaHttpClient;
  readonly #emit: (event: MediaEvent) => void;
  readonly #log: Logger;
  readonly #open = new Set<string>();
  /** Closed here, but the service could not be told; told when it is back. */
  readonly #untold = new Set<string>();

  constructor(http: MediaHttpClient, emit: (event: MediaEvent) => void, log: Logger) {
    this.#http = http;
    this.#emit = emit;
    this.#log = log;
  }

  add(roomId: string): void {
    this.#open.add(roomId);
  }

  async close(roomId: string): Promise<void> {
    this.#open.delete(roomId);
    this.#untold.add(roomId);
    await this.#http.certainly('DELETE', pathOf(roomId));
    this.#untold.delete(roomId);
  }

  async closeAll(): Promise<void> {
    const open = [...this.#open];
    this.#open.clear();
    await Promise.allSettled(open.map((roomId) => this.#http.ask('DELETE', pathOf(roomId))));
  }

  readonly onEvent = (event: MediaEvent): void => {
    if (event.type === 'roomLost') this.#open.delete(event.roomId);
    this.#emit(event);
  };

  readonly onMissed = (): void => {
    const lost = [...this.#open];
    this.#open.clear();
    for (const roomId of lost) {
      this.#untold.add(roomId);
      this.#emit({ type: 'roomLost', roomId, reason: 'service_unreachable' });
    }
  };

  readonly onConnected = (): void => {
    for (const roomId of this.#untold) {
      this.close(roomId).catch((err: unknown) =>
        this.#log.warn({ err, roomId }, 'a room was left open on the SFU'),
      );
    }
  };
}

/** The service's path of a room, or of something in it. */
export function pathOf(roomId: string, ...parts: string[]): string {
  return `/${['rooms', roomId, ...parts].map(encodeURIComponent).join('/')}`;
}
