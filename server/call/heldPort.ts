import type { MediaPort } from '../media/MediaPort.ts';

type Held = 'createTransport' | 'produce' | 'consume' | 'routerRtpCapabilities';

/**
 * A media port whose answers to some requests wait until they are let go, so that tests put something in between:
 * `before` the port carries the request out, or `after` it has.
 */
export class HeldPort {
  readonly port: MediaPort;
  #waiting: (() => void)[] = [];
  #onWaiting: () => void = () => undefined;
  #held: { method: Held; when: 'before' | 'after' } | null = null;

  constructor(port: MediaPort) {
    this.port = {
      ...port,
      createTransport: (request) => this.#through('createTransport', () => port.createTransport(request)),
      produce: (request) => this.#through('produce', () => port.produce(request)),
      consume: (request) => this.#through('consume', () => port.consume(request)),
      routerRtpCapabilities: (roomId) =>
        this.#through('routerRtpCapabilities', () => port.routerRtpCapabilities(roomId)),
    };
  }

  /** From now on requests of this kind wait. The returned promise resolves when the first one does. */
  hold(method: Held, when: 'before' | 'after'): Promise<void> {
    this.#held = { method, when };
    return new Promise((resolve) => {
      this.#onWaiting = resolve;
    });
  }

  letGo(): void {
    this.#held = null;
    for (const go of this.#waiting.splice(0)) go();
  }

  async #through<R>(method: Held, request: () => Promise<R>): Promise<R> {
    const when = this.#held?.method === method ? this.#held.when : null;
    if (when === 'before') await this.#turn();
    const reply = await request();
    if (when === 'after') await this.#turn();
    return reply;
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#onWaiting();
    });
  }
}
