import type { ClientPayload, ClientReply } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { MediaSource, ProducerInfo } from '#lib/protocol/media.ts';
import type { MediaKind, MediaPort } from '../media/MediaPort.ts';
import type { MediaPeer, OwnConsumer } from './MediaPeer.ts';
import type { RoomPeers } from './RoomPeers.ts';
import { leftMeanwhile } from './refusals.ts';

export interface MediaStreamsDeps {
  readonly peers: RoomPeers;
  readonly port: MediaPort;
  /** Ends something nobody waits for. */
  readonly tidy: (closing: Promise<void>) => void;
}

type Ask<E extends 'produce' | 'consume' | 'setPreferredLayers'> = ClientPayload<'/media', E>;
type Reply<E extends 'consume'> = ClientReply<'/media', E>;

const kindOf: Record<MediaSource, MediaKind> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
};

/**
 * What the people of one room send and receive: producers and consumers, each from the request for it to the end of its
 * transport. A stream made for somebody who left meanwhile is ended again.
 */
export class MediaStreams {
  readonly #deps: MediaStreamsDeps;
  readonly #port: MediaPort;
  readonly #peers: RoomPeers;

  constructor(deps: MediaStreamsDeps) {
    this.#deps = deps;
    this.#port = deps.port;
    this.#peers = deps.peers;
  }

  /** One producer per source: a second one of the same source takes the place of the first. */
  async produce(sessionId: string, request: Ask<'produce'>): Promise<{ id: string }> {
    const peer = this.#peers.get(sessionId);
    const { source } = request.appData;
    peer.sendTransport(request.transportId);
    if (kindOf[source] !== request.kind) {
      throw new RefusedError('bad_request', `a ${source} is not ${request.kind}`, 'payload.appData.source');
    }
    return peer.onlyOnce(`producing ${source}`, () => this.#produce(peer, request));
  }

  async setProducerPaused(sessionId: string, producerId: string, isPaused: boolean): Promise<void> {
    const peer = this.#peers.get(sessionId);
    peer.ownProducer(producerId);
    if (peer.heldProducerId === producerId) peer.heldProducerId = null;
    await this.#setPaused(peer, producerId, isPaused);
  }

  /** Pauses somebody's microphone though they did not ask for it. */
  async hold(peer: MediaPeer): Promise<void> {
    const microphone = peer.producerOf('microphone');
    if (microphone === undefined || microphone.info.isPaused) return;
    const { producerId } = microphone.info;
    peer.heldProducerId = producerId;
    await this.#setPaused(peer, producerId, true);
  }

  /** Resumes what `hold` paused; what its owner paused since then stays so. */
  async release(peer: MediaPeer): Promise<void> {
    const producerId = peer.heldProducerId;
    peer.heldProducerId = null;
    if (producerId === null || !peer.producers.has(producerId)) return;
    await this.#setPaused(peer, producerId, false);
  }

  /** Two people do not exist for each other any more: nobody receives the other, or knows what there was. */
  part(one: MediaPeer, other: MediaPeer): void {
    this.#cutOff(one, other);
    this.#cutOff(other, one);
  }

  async closeProducer(sessionId: string, producerId: string): Promise<void> {
    const peer = this.#peers.get(sessionId);
    peer.ownProducer(producerId);
    this.#peers.forgetProducer(peer, producerId);
    await this.#port.closeProducer({ roomId: peer.roomId, producerId });
  }

  /** One consumer per producer: asked again, the former one ends. */
  async consume(sessionId: string, request: Ask<'consume'>): Promise<Reply<'consume'>> {
    const peer = this.#peers.get(sessionId);
    const transportId = peer.recvTransport();
    this.#peers.assertAudible(peer, request.producerId);
    return peer.onlyOnce(`consuming ${request.producerId}`, () => this.#consume(peer, transportId, request));
  }

  async setConsumerPaused(sessionId: string, consumerId: string, isPaused: boolean): Promise<void> {
    const peer = this.#peers.get(sessionId);
    peer.ownConsumer(consumerId);
    await this.#port.setConsumerPaused({ roomId: peer.roomId, consumerId, isPaused });
  }

  async setPreferredLayers(sessionId: string, request: Ask<'setPreferredLayers'>): Promise<void> {
    const peer = this.#peers.get(sessionId);
    peer.ownConsumer(request.consumerId);
    await this.#port.setPreferredLayers({ roomId: peer.roomId, ...request });
  }

  async closeConsumer(sessionId: string, consumerId: string): Promise<void> {
    const peer = this.#peers.get(sessionId);
    peer.ownConsumer(consumerId);
    peer.consumers.delete(consumerId);
    await this.#port.closeConsumer({ roomId: peer.roomId, consumerId });
  }

  /** The resident has left the call: nobody receives themselves any more. */
  endEcho(peer: MediaPeer): void {
    for (const consumer of [...peer.consumers.values()]) {
      if (!peer.producers.has(consumer.producerId)) continue;
      this.#endConsumer(peer, consumer);
      this.#peers.send(peer, 'consumerClosed', { consumerId: consumer.id });
    }
  }

  #cutOff(peer: MediaPeer, from: MediaPeer): void {
    for (const producerId of from.producers.keys()) {
      const consumer = peer.consumerOf(producerId);
      if (consumer !== undefined) {
        this.#endConsumer(peer, consumer);
        this.#peers.send(peer, 'consumerClosed', { consumerId: consumer.id });
      }
      this.#peers.send(peer, 'producerClosed', { producerId });
    }
  }

  async #setPaused(peer: MediaPeer, producerId: string, isPaused: boolean): Promise<void> {
    await this.#port.setProducerPaused({ roomId: peer.roomId, producerId, isPaused });
    this.#peers.setPaused(peer, producerId, isPaused);
  }

  async #produce(peer: MediaPeer, request: Ask<'produce'>): Promise<{ id: string }> {
    const { roomId, sessionId, userId } = peer;
    const { transportId, kind, appData } = request;
    const { id } = await this.#port.produce({ roomId, ...request });
    if (!peer.hasTransport(transportId)) {
      this.#deps.tidy(this.#port.closeProducer({ roomId, producerId: id }));
      throw leftMeanwhile();
    }
    const former = peer.producerOf(appData.source)?.info.producerId;
    if (former !== undefined) {
      this.#peers.forgetProducer(peer, former);
      this.#deps.tidy(this.#port.closeProducer({ roomId, producerId: former }));
    }
    const info: ProducerInfo = { producerId: id, userId, sessionId, kind, appData, isPaused: false };
    this.#peers.addProducer(peer, { info, transportId });
    return { id };
  }

  async #consume(peer: MediaPeer, transportId: string, request: Ask<'consume'>): Promise<Reply<'consume'>> {
    const { roomId } = peer;
    const { producerId } = request;
    const consumer = await this.#port.consume({ roomId, transportId, ...request });
    if (!peer.hasTransport(transportId) || !this.#peers.isAudible(peer, producerId)) {
      this.#deps.tidy(this.#port.closeConsumer({ roomId, consumerId: consumer.id }));
      throw new RefusedError('not_found', 'it ended meanwhile');
    }
    const former = peer.consumerOf(producerId);
    if (former !== undefined) this.#endConsumer(peer, former);
    peer.consumers.set(consumer.id, { id: consumer.id, producerId, transportId });
    return consumer;
  }

  #endConsumer(peer: MediaPeer, consumer: OwnConsumer): void {
    peer.consumers.delete(consumer.id);
    this.#deps.tidy(this.#port.closeConsumer({ roomId: peer.roomId, consumerId: consumer.id }));
  }
}
