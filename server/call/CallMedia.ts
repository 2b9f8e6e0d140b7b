import type { ClientPayload, ClientReply } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { MediaSource, ProducerInfo } from '#lib/protocol/media.ts';
import type { Logger } from '#server/observability/Logger.ts';
import type { MediaEvent, MediaKind, MediaPort } from '../media/MediaPort.ts';
import { type Direction, MediaPeer, type OwnConsumer } from './MediaPeer.ts';
import type { SessionOutbox } from './ports.ts';
import { type Identity, RoomPeers } from './RoomPeers.ts';

export interface CallMediaOptions {
  readonly callId: string;
  /** A room id that was never used before: late replies and events of a former room are nobody's. */
  readonly newRoomId: () => string;
  readonly port: MediaPort;
  readonly outbox: SessionOutbox;
  readonly log: Logger;
}

type Ask<E extends 'produce' | 'consume' | 'connectWebRtcTransport' | 'setPreferredLayers'> = ClientPayload<
  '/media',
  E
>;
type Reply<
  E extends 'joinRoom' | 'getRouterRtpCapabilities' | 'createWebRtcTransport' | 'restartIce' | 'consume',
> = ClientReply<'/media', E>;

const kindOf: Record<MediaSource, MediaKind> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
};

/**
 * One call's room on the SFU, from the first plan that needs it until a direct one is settled: carries requests out
 * and keeps `RoomPeers` true. What the port answers is written down and announced in one go; what it made for somebody
 * who left meanwhile is ended again.
 */
export class CallMedia {
  readonly #options: CallMediaOptions;
  readonly #port: MediaPort;
  readonly #peers: RoomPeers;
  /** Sessions whose room was lost and that have not joined again: told once more when they come back. */
  readonly #lost = new Set<string>();
  #roomId: string;
  #joinings = 0;
  #isClosed = false;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    this.#port = options.port;
    this.#peers = new RoomPeers(options.outbox);
    this.#roomId = options.newRoomId();
  }

  /** Joins, or tells again what there is to somebody who has joined; that leaves their transports alone. */
  join(session: Identity): Reply<'joinRoom'> {
    const { sessionId } = session;
    this.#lost.delete(sessionId);
    if (this.#peers.find(sessionId) === undefined) {
      this.#joinings += 1;
      this.#peers.add(new MediaPeer(session, this.#roomId, this.#joinings));
    }
    return { peers: this.#peers.othersThan(sessionId), producers: this.#peers.producersFor(sessionId) };
  }

  /** Ends what the session has here. Leaving twice is leaving once. */
  leave(sessionId: string): void {
    this.#lost.delete(sessionId);
    const peer = this.#peers.find(sessionId);
    if (peer === undefined) return;
    this.#peers.remove(peer);
    for (const producerId of [...peer.producers.keys()]) this.#peers.forgetProducer(peer, producerId);
    this.#tidy(this.#port.closePeer({ roomId: peer.roomId, peerId: peer.portId }));
  }

  async capabilities(sessionId: string): Promise<Reply<'getRouterRtpCapabilities'>> {
    const peer = this.#peers.get(sessionId);
    const { roomId } = peer;
    const capabilities = await this.#makingRoom(roomId, () => this.#port.routerRtpCapabilities(roomId));
    if (!peer.isOpen) throw leftMeanwhile();
    return capabilities;
  }

  /** One transport per direction: another one takes the place of the first. */
  async createTransport(sessionId: string, direction: Direction): Promise<Reply<'createWebRtcTransport'>> {
    const peer = this.#peers.get(sessionId);
    const { roomId } = peer;
    const asked = { roomId, peerId: peer.portId, direction };
    const made = await this.#makingRoom(roomId, () => this.#port.createTransport(asked));
    if (!peer.isOpen) {
      this.#tidy(this.#port.closeTransport({ roomId, transportId: made.id }));
      throw leftMeanwhile();
    }
    const former = peer.transports.get(direction);
    if (former !== undefined) {
      this.#peers.forgetTransport(peer, former);
      this.#tidy(this.#port.closeTransport({ roomId, transportId: former }));
    }
    peer.transports.set(direction, made.id);
    return made;
  }

  async connectTransport(sessionId: string, request: Ask<'connectWebRtcTransport'>): Promise<void> {
    const peer = this.#peers.get(sessionId);
    peer.ownTransport(request.transportId);
    await this.#port.connectTransport({ roomId: peer.roomId, ...request });
  }

  async restartIce(sessionId: string, transportId: string): Promise<Reply<'restartIce'>> {
    const peer = this.#peers.get(sessionId);
    peer.ownTransport(transportId);
    return this.#port.restartIce({ roomId: peer.roomId, transportId });
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
    await this.#port.setProducerPaused({ roomId: peer.roomId, producerId, isPaused });
    this.#peers.setPaused(peer, producerId, isPaused);
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

  /** The program in this call, through whom a person sees and hears themselves as the SFU returns them. */
  setResident(resident: Identity | null): void {
    if (this.#peers.resident?.sessionId === resident?.sessionId) return;
    this.#peers.resident = resident;
    for (const peer of this.#peers.all()) {
      if (resident === null) this.#endEcho(peer);
      else for (const { info } of peer.producers.values()) this.#peers.announceEcho(peer, info);
    }
  }

  /** The session's connection is back: what it may have missed for good is told again. */
  resume(sessionId: string): void {
    if (this.#lost.has(sessionId)) this.#tellLost(sessionId);
  }

  /** Something happened in the SFU without being asked. Events of other rooms are ignored. */
  handle(event: MediaEvent): void {
    if (event.roomId !== this.#roomId || this.#isClosed) return;
    if (event.type === 'roomLost') this.#loseRoom();
    for (const peer of this.#peers.all()) {
      if (event.type === 'producerClosed') this.#peers.forgetProducer(peer, event.producerId);
      if (event.type === 'consumerClosed') this.#peers.loseConsumer(peer, event.consumerId);
      if (event.type === 'transportLost') this.#peers.forgetTransport(peer, event.transportId);
    }
  }

  /** Ends the room. Idempotent. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const peer of this.#peers.all()) this.#peers.remove(peer);
    this.#lost.clear();
    await this.#port.closeRoom(this.#roomId);
  }

  async #produce(peer: MediaPeer, request: Ask<'produce'>): Promise<{ id: string }> {
    const { roomId, sessionId, userId } = peer;
    const { transportId, kind, appData } = request;
    const { id } = await this.#port.produce({ roomId, ...request });
    if (!peer.hasTransport(transportId)) {
      this.#tidy(this.#port.closeProducer({ roomId, producerId: id }));
      throw leftMeanwhile();
    }
    const former = peer.producerOf(appData.source)?.info.producerId;
    if (former !== undefined) {
      this.#peers.forgetProducer(peer, former);
      this.#tidy(this.#port.closeProducer({ roomId, producerId: former }));
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
      this.#tidy(this.#port.closeConsumer({ roomId, consumerId: consumer.id }));
      throw new RefusedError('not_found', 'it ended meanwhile');
    }
    const former = peer.consumerOf(producerId);
    if (former !== undefined) this.#endConsumer(peer, former);
    peer.consumers.set(consumer.id, { id: consumer.id, producerId, transportId });
    return consumer;
  }

  #endEcho(peer: MediaPeer): void {
    for (const consumer of [...peer.consumers.values()]) {
      if (!peer.producers.has(consumer.producerId)) continue;
      this.#endConsumer(peer, consumer);
      this.#peers.send(peer, 'consumerClosed', { consumerId: consumer.id });
    }
  }

  #endConsumer(peer: MediaPeer, consumer: OwnConsumer): void {
    peer.consumers.delete(consumer.id);
    this.#tidy(this.#port.closeConsumer({ roomId: peer.roomId, consumerId: consumer.id }));
  }

  #loseRoom(): void {
    const former = this.#roomId;
    this.#options.log.warn({ roomId: former }, 'the SFU lost the room');
    this.#roomId = this.#options.newRoomId();
    const peers = this.#peers.all();
    for (const peer of peers) this.#peers.remove(peer);
    this.#tidy(this.#port.closeRoom(former));
    for (const { sessionId } of peers) {
      this.#lost.add(sessionId);
      this.#tellLost(sessionId);
    }
  }

  #tellLost(sessionId: string): void {
    this.#options.outbox.send(sessionId, '/media', 'roomLost', { roomId: this.#options.callId });
  }

  /** A request that makes a room on first use may come late, to a room given up already: then it is ended again. */
  async #makingRoom<R>(roomId: string, request: () => Promise<R>): Promise<R> {
    try {
      return await request();
    } finally {
      if (this.#isClosed || roomId !== this.#roomId) this.#tidy(this.#port.closeRoom(roomId));
    }
  }

  /** Ends something nobody waits for; that it failed is for the log, the room's end takes it along anyway. */
  #tidy(closing: Promise<void>): void {
    closing.catch((err: unknown) => this.#options.log.warn({ err }, 'something was left open on the SFU'));
  }
}

function leftMeanwhile(): RefusedError {
  return new RefusedError('not_in_call', 'the room was left or lost meanwhile');
}
