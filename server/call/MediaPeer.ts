import { RefusedError } from '#lib/protocol/errors.ts';
import type { MediaSource, ProducerInfo } from '#lib/protocol/media.ts';

export type Direction = 'send' | 'recv';

export interface OwnProducer {
  readonly info: ProducerInfo;
  readonly transportId: string;
}

export interface OwnConsumer {
  readonly id: string;
  readonly producerId: string;
  readonly transportId: string;
}

/**
 * What one session owns in an SFU room, from joining it until leaving or losing it. The record is what a session may
 * touch: an id that is not here does not exist for it.
 */
export class MediaPeer {
  readonly sessionId: string;
  readonly userId: string;
  /** The room's id at the media port. */
  readonly roomId: string;
  /** The peer's id at the media port, another one for each joining, so that a late close hits no successor. */
  readonly portId: string;
  readonly transports = new Map<Direction, string>();
  readonly producers = new Map<string, OwnProducer>();
  readonly consumers = new Map<string, OwnConsumer>();
  /** The producer that a moderator paused and that its owner has not resumed yet. */
  heldProducerId: string | null = null;
  /** Requests under way whose result there may be only one of: a source, a producer to consume. */
  readonly #pending = new Set<string>();
  #isOpen = true;

  constructor(identity: { sessionId: string; userId: string }, roomId: string, joining: number) {
    this.sessionId = identity.sessionId;
    this.userId = identity.userId;
    this.roomId = roomId;
    this.portId = `${identity.sessionId}.${joining}`;
  }

  /** False once it left or the room was lost: results that come later are thrown away. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  close(): void {
    this.#isOpen = false;
  }

  /** Whether the session is still here with this transport. */
  hasTransport(transportId: string): boolean {
    return this.#isOpen && [...this.transports.values()].includes(transportId);
  }

  /** @throws RefusedError `not_found` */
  ownTransport(transportId: string): void {
    if (!this.hasTransport(transportId)) throw new RefusedError('not_found', 'no such transport of yours');
  }

  /** @throws RefusedError `not_found`, `bad_request` for a receiving transport */
  sendTransport(transportId: string): void {
    this.ownTransport(transportId);
    if (this.transports.get('send') !== transportId) {
      throw new RefusedError('bad_request', 'this transport only receives', 'payload.transportId');
    }
  }

  /** @throws RefusedError `bad_request` when there is none yet */
  recvTransport(): string {
    const transportId = this.transports.get('recv');
    if (transportId === undefined)
      throw new RefusedError('bad_request', 'create a receiving transport first');
    return transportId;
  }

  /** @throws RefusedError `not_found` */
  ownProducer(producerId: string): OwnProducer {
    const producer = this.producers.get(producerId);
    if (producer === undefined) throw new RefusedError('not_found', 'no such producer of yours');
    return producer;
  }

  /** @throws RefusedError `not_found` */
  ownConsumer(consumerId: string): OwnConsumer {
    const consumer = this.consumers.get(consumerId);
    if (consumer === undefined) throw new RefusedError('not_found', 'no such consumer of yours');
    return consumer;
  }

  producerOf(source: MediaSource): OwnProducer | undefined {
    return [...this.producers.values()].find(({ info }) => info.appData.source === source);
  }

  consumerOf(producerId: string): OwnConsumer | undefined {
    return [...this.consumers.values()].find((consumer) => consumer.producerId === producerId);
  }

  /** Runs a request that may not run twice at once for the same thing. @throws RefusedError `rate_limited` */
  async onlyOnce<R>(thing: string, request: () => Promise<R>): Promise<R> {
    if (this.#pending.has(thing)) throw new RefusedError('rate_limited', `already under way: ${thing}`);
    this.#pending.add(thing);
    try {
      return await request();
    } finally {
      this.#pending.delete(thing);
    }
  }
}
