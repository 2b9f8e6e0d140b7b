import type { ClientPayload, ClientReply } from '#lib/protocol/catalogue.ts';
import type { Logger } from '#server/observability/Logger.ts';
import type { MediaEvent, MediaPort } from '../media/MediaPort.ts';
import { type Direction, MediaPeer } from './MediaPeer.ts';
import { MediaStreams } from './MediaStreams.ts';
import type { SessionOutbox } from './ports.ts';
import { type Identity, RoomPeers } from './RoomPeers.ts';
import { leftMeanwhile } from './refusals.ts';
import type { SeparatedPair } from './Separations.ts';

export interface CallMediaOptions {
  readonly callId: string;
  /** A room id that was never used before: late replies and events of a former room are nobody's. */
  readonly newRoomId: () => string;
  readonly port: MediaPort;
  readonly outbox: SessionOutbox;
  readonly log: Logger;
  /** Whether two sessions do not exist for each other. */
  readonly areSeparated: (a: string, b: string) => boolean;
}

type Reply<E extends 'joinRoom' | 'getRouterRtpCapabilities' | 'createWebRtcTransport' | 'restartIce'> =
  ClientReply<'/media', E>;

/**
 * One call's room on the SFU, from the first plan that needs it until a direct one is settled: who is in it, over which
 * transports. Keeps `RoomPeers` true; what goes over the transports is `MediaStreams`'s. What the port answers is written down and announced in one go; what it made for somebody
 * who left meanwhile is ended again.
 */
export class CallMedia {
  readonly #options: CallMediaOptions;
  readonly #port: MediaPort;
  readonly #peers: RoomPeers;
  /** What its people send and receive. */
  readonly streams: MediaStreams;
  /** Sessions whose room was lost and that have not joined again: told once more when they come back. */
  readonly #lost = new Set<string>();
  #roomId: string;
  #joinings = 0;
  #isClosed = false;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    this.#port = options.port;
    this.#peers = new RoomPeers(options.outbox, options.areSeparated);
    this.streams = new MediaStreams({ peers: this.#peers, port: options.port, tidy: this.#tidy });
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

  async connectTransport(
    sessionId: string,
    request: ClientPayload<'/media', 'connectWebRtcTransport'>,
  ): Promise<void> {
    const peer = this.#peers.get(sessionId);
    peer.ownTransport(request.transportId);
    await this.#port.connectTransport({ roomId: peer.roomId, ...request });
  }

  async restartIce(sessionId: string, transportId: string): Promise<Reply<'restartIce'>> {
    const peer = this.#peers.get(sessionId);
    peer.ownTransport(transportId);
    return this.#port.restartIce({ roomId: peer.roomId, transportId });
  }

  /** The program in this call, through whom a person sees and hears themselves as the SFU returns them. */
  setResident(resident: Identity | null): void {
    if (this.#peers.resident?.sessionId === resident?.sessionId) return;
    this.#peers.resident = resident;
    for (const peer of this.#peers.all()) {
      if (resident === null) this.streams.endEcho(peer);
      else for (const { info } of peer.producers.values()) this.#peers.announceEcho(peer, info);
    }
  }

  /** From now on two of its people do not exist for each other: what flows between them ends. */
  part([a, b]: SeparatedPair): void {
    const [one, other] = [this.#peers.find(a), this.#peers.find(b)];
    if (one !== undefined && other !== undefined) this.streams.part(one, other);
  }

  /** Two of its people exist for each other again. */
  reunite([a, b]: SeparatedPair): void {
    const [one, other] = [this.#peers.find(a), this.#peers.find(b)];
    if (one !== undefined && other !== undefined) this.#peers.introduce(one, other);
  }

  /** A moderator switched the session's microphone off. */
  hold(sessionId: string): void {
    const peer = this.#peers.find(sessionId);
    if (peer !== undefined) this.#tidy(this.streams.hold(peer));
  }

  /** Its owner switched it on again. */
  release(sessionId: string): void {
    const peer = this.#peers.find(sessionId);
    if (peer !== undefined) this.#tidy(this.streams.release(peer));
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

  /** Carries out what nobody waits for; that it failed is for the log, the room's end takes it along anyway. */
  readonly #tidy = (request: Promise<void>): void => {
    request.catch((err: unknown) =>
      this.#options.log.warn({ err }, 'something was left as it was on the SFU'),
    );
  };
}
