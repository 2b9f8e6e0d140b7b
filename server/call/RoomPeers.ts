import type { ServerEvent, ServerPayload } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ProducerInfo } from '#lib/protocol/media.ts';
import type { MediaPeer, OwnProducer } from './MediaPeer.ts';
import type { SessionOutbox } from './ports.ts';

/** Who somebody is on the wire. */
export interface Identity {
  readonly sessionId: string;
  readonly userId: string;
}

/**
 * Who is in a call's SFU room, who may hear what of whom, and who is told when that changes. Nobody hears themselves,
 * except through the resident: then their own producers are told them as the resident's; and nobody hears of whom they
 * are separated from. It asks nothing of the SFU.
 */
export class RoomPeers {
  readonly #outbox: SessionOutbox;
  readonly #areSeparated: (a: string, b: string) => boolean;
  readonly #peers = new Map<string, MediaPeer>();
  #resident: Identity | null = null;

  constructor(outbox: SessionOutbox, areSeparated: (a: string, b: string) => boolean) {
    this.#outbox = outbox;
    this.#areSeparated = areSeparated;
  }

  get resident(): Identity | null {
    return this.#resident;
  }

  set resident(resident: Identity | null) {
    this.#resident = resident === null ? null : identityOf(resident);
  }

  all(): MediaPeer[] {
    return [...this.#peers.values()];
  }

  find(sessionId: string): MediaPeer | undefined {
    return this.#peers.get(sessionId);
  }

  /** @throws RefusedError `not_in_call` for somebody who has not joined */
  get(sessionId: string): MediaPeer {
    const peer = this.#peers.get(sessionId);
    if (peer === undefined) throw new RefusedError('not_in_call', 'join the room first');
    return peer;
  }

  add(peer: MediaPeer): void {
    this.#peers.set(peer.sessionId, peer);
  }

  /** From now on results for this peer come too late. */
  remove(peer: MediaPeer): void {
    peer.close();
    this.#peers.delete(peer.sessionId);
  }

  /** Everybody else in the room, the resident included. */
  othersThan(sessionId: string): Identity[] {
    const others = this.all().filter(
      (peer) => peer.sessionId !== sessionId && !this.#areSeparated(peer.sessionId, sessionId),
    );
    return [...others.map(identityOf), ...(this.#resident === null ? [] : [this.#resident])];
  }

  /** The producers somebody may consume. */
  producersFor(sessionId: string): ProducerInfo[] {
    const audible = this.all().filter((peer) => !this.#areSeparated(peer.sessionId, sessionId));
    return audible.flatMap((peer) => {
      const infos = [...peer.producers.values()].map(({ info }) => info);
      if (peer.sessionId !== sessionId) return infos;
      return infos.flatMap((info) => this.echoOf(info) ?? []);
    });
  }

  isAudible(peer: MediaPeer, producerId: string): boolean {
    return this.producersFor(peer.sessionId).some((info) => info.producerId === producerId);
  }

  /** @throws RefusedError `not_found` for a producer that is not of this call, `forbidden` for one's own */
  assertAudible(peer: MediaPeer, producerId: string): void {
    if (this.isAudible(peer, producerId)) return;
    if (peer.producers.has(producerId)) throw new RefusedError('forbidden', 'this producer is your own');
    throw new RefusedError('not_found', 'no such producer in this call');
  }

  /** Somebody's own producer as the resident's; null where there is no resident, and for a screen: they see it already. */
  echoOf(info: ProducerInfo): ProducerInfo | null {
    const { source } = info.appData;
    if (source === 'screen' || source === 'screen-audio') return null;
    return this.#resident === null ? null : { ...info, ...this.#resident };
  }

  addProducer(owner: MediaPeer, producer: OwnProducer): void {
    owner.producers.set(producer.info.producerId, producer);
    this.#announce(owner, 'newProducer', producer.info);
    this.announceEcho(owner, producer.info);
  }

  announceEcho(owner: MediaPeer, info: ProducerInfo): void {
    const echo = this.echoOf(info);
    if (echo !== null) this.send(owner, 'newProducer', echo);
  }

  setPaused(owner: MediaPeer, producerId: string, isPaused: boolean): void {
    const producer = owner.producers.get(producerId);
    if (!owner.isOpen || producer === undefined || producer.info.isPaused === isPaused) return;
    owner.producers.set(producerId, { ...producer, info: { ...producer.info, isPaused } });
    this.#announce(owner, isPaused ? 'producerPaused' : 'producerResumed', { producerId });
  }

  forgetProducer(owner: MediaPeer, producerId: string): void {
    if (!owner.producers.delete(producerId)) return;
    this.#announce(owner, 'producerClosed', { producerId });
    if (this.#resident !== null) this.send(owner, 'producerClosed', { producerId });
  }

  /** Two who did not exist for each other do: each is told what the other sends. */
  introduce(one: MediaPeer, other: MediaPeer): void {
    for (const { info } of one.producers.values()) this.send(other, 'newProducer', info);
    for (const { info } of other.producers.values()) this.send(one, 'newProducer', info);
  }

  /** A consumer ended that its owner did not end. */
  loseConsumer(owner: MediaPeer, consumerId: string): void {
    if (owner.consumers.delete(consumerId)) this.send(owner, 'consumerClosed', { consumerId });
  }

  forgetTransport(owner: MediaPeer, transportId: string): void {
    for (const [direction, id] of owner.transports)
      if (id === transportId) owner.transports.delete(direction);
    for (const consumer of [...owner.consumers.values()]) {
      if (consumer.transportId === transportId) owner.consumers.delete(consumer.id);
    }
    for (const [producerId, producer] of [...owner.producers]) {
      if (producer.transportId === transportId) this.forgetProducer(owner, producerId);
    }
  }

  send<E extends ServerEvent<'/media'>>(
    peer: MediaPeer,
    event: E,
    payload: ServerPayload<'/media', E>,
  ): void {
    if (peer.isOpen) this.#outbox.send(peer.sessionId, '/media', event, payload);
  }

  #announce<E extends ServerEvent<'/media'>>(
    owner: MediaPeer,
    event: E,
    payload: ServerPayload<'/media', E>,
  ): void {
    for (const peer of this.all()) {
      const hears = peer !== owner && !this.#areSeparated(peer.sessionId, owner.sessionId);
      if (hears) this.send(peer, event, payload);
    }
  }
}

function identityOf({ userId, sessionId }: Identity): Identity {
  return { userId, sessionId };
}
