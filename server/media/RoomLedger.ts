import { RefusedError } from '#lib/protocol/errors.ts';
import type { MediaEvent } from './MediaPort.ts';

/** A thing of the SFU that can be ended; ending it again does nothing. */
export interface Closable {
  close(): void;
}

interface TransportEntry<T> {
  readonly id: string;
  readonly peerId: string;
  readonly handle: T;
}

interface StreamEntry<H> {
  readonly id: string;
  readonly transportId: string;
  readonly handle: H;
}

interface ConsumerEntry<C> extends StreamEntry<C> {
  readonly producerId: string;
}

/**
 * Who owns what in one room, and the cascade when something ends (`README.md`). The same for every implementation of
 * the media port; it knows nothing of mediasoup.
 */
export class RoomLedger<T extends Closable, P extends Closable, C extends Closable> {
  readonly #roomId: string;
  readonly #emit: (event: MediaEvent) => void;
  readonly #transports = new Map<string, TransportEntry<T>>();
  readonly #producers = new Map<string, StreamEntry<P>>();
  readonly #consumers = new Map<string, ConsumerEntry<C>>();

  constructor(roomId: string, emit: (event: MediaEvent) => void) {
    this.#roomId = roomId;
    this.#emit = emit;
  }

  addTransport(peerId: string, id: string, handle: T): void {
    this.#transports.set(id, { id, peerId, handle });
  }

  addProducer(transportId: string, id: string, handle: P): void {
    this.#producers.set(id, { id, transportId, handle });
  }

  addConsumer(transportId: string, producerId: string, id: string, handle: C): void {
    this.#consumers.set(id, { id, transportId, producerId, handle });
  }

  hasTransport(id: string): boolean {
    return this.#transports.has(id);
  }

  hasProducer(id: string): boolean {
    return this.#producers.has(id);
  }

  /** @throws RefusedError `not_found` */
  transport(id: string): T {
    return found(this.#transports.get(id), 'transport').handle;
  }

  /** @throws RefusedError `not_found` */
  producer(id: string): P {
    return found(this.#producers.get(id), 'producer').handle;
  }

  /** @throws RefusedError `not_found` */
  consumer(id: string): C {
    return found(this.#consumers.get(id), 'consumer').handle;
  }

  closeConsumer(id: string): void {
    const consumer = this.#consumers.get(id);
    this.#consumers.delete(id);
    consumer?.handle.close();
  }

  /** Ends a producer; the consumers of it are reported, for they are somebody else's. */
  closeProducer(id: string): void {
    const producer = this.#producers.get(id);
    if (producer === undefined) return;
    for (const consumer of [...this.#consumers.values()].filter((entry) => entry.producerId === id)) {
      this.closeConsumer(consumer.id);
      this.#emit({ type: 'consumerClosed', roomId: this.#roomId, consumerId: consumer.id, producerId: id });
    }
    this.#producers.delete(id);
    producer.handle.close();
  }

  closeTransport(id: string): void {
    const transport = this.#transports.get(id);
    if (transport !== undefined) this.#closeTransports([transport]);
  }

  closePeer(peerId: string): void {
    this.#closeTransports([...this.#transports.values()].filter((entry) => entry.peerId === peerId));
  }

  /** A transport ended by itself (its DTLS session did): its owner hears of all that ended with it. */
  loseTransport(id: string): void {
    const transport = this.#transports.get(id);
    if (transport === undefined) return;
    const producers = [...this.#producers.values()].filter((entry) => entry.transportId === id);
    this.#closeTransports([transport]);
    for (const { id: producerId } of producers) {
      this.#emit({ type: 'producerClosed', roomId: this.#roomId, producerId });
    }
    this.#emit({ type: 'transportLost', roomId: this.#roomId, transportId: id, peerId: transport.peerId });
  }

  /** Forgets and ends everything, without a report. */
  close(): void {
    const owned = [...this.#consumers.values(), ...this.#producers.values(), ...this.#transports.values()];
    this.#consumers.clear();
    this.#producers.clear();
    this.#transports.clear();
    for (const { handle } of owned) handle.close();
  }

  counts(): { transports: number; producers: number; consumers: number } {
    return {
      transports: this.#transports.size,
      producers: this.#producers.size,
      consumers: this.#consumers.size,
    };
  }

  /** Consumers go first, so that nobody hears of the end of what they gave up themselves. */
  #closeTransports(transports: readonly TransportEntry<T>[]): void {
    const ids = new Set(transports.map((entry) => entry.id));
    for (const consumer of [...this.#consumers.values()]) {
      if (ids.has(consumer.transportId)) this.closeConsumer(consumer.id);
    }
    for (const producer of [...this.#producers.values()]) {
      if (ids.has(producer.transportId)) this.closeProducer(producer.id);
    }
    for (const { id, handle } of transports) {
      this.#transports.delete(id);
      handle.close();
    }
  }
}

function found<E>(entry: E | undefined, what: string): E {
  if (entry === undefined) throw new RefusedError('not_found', `no such ${what} in this room`);
  return entry;
}
