import type { MediaSource } from '#lib/protocol/media.ts';

/** JSON objects in mediasoup's own shapes; the port neither reads nor changes them. */
export type JsonObject = { [key: string]: unknown };

export type MediaKind = 'audio' | 'video';

export interface TransportParameters {
  id: string;
  iceParameters: JsonObject;
  iceCandidates: JsonObject[];
  dtlsParameters: JsonObject;
}

export interface ConsumerParameters {
  id: string;
  producerId: string;
  kind: MediaKind;
  rtpParameters: JsonObject;
}

/** What happens inside the SFU without being asked. */
export type MediaEvent =
  | { type: 'roomLost'; roomId: string; reason: 'worker_died' | 'service_unreachable' }
  | { type: 'producerClosed'; roomId: string; producerId: string }
  | { type: 'consumerClosed'; roomId: string; consumerId: string; producerId: string }
  | { type: 'transportLost'; roomId: string; transportId: string; peerId: string };

/**
 * The SFU as the calls see it. Requests and replies are JSON values only, so that the same port works in process and
 * over HTTP. Rooms are made on first use (asking for capabilities or for a transport). A peer is one session; closing it closes its transports, with them its
 * producers and consumers (router → transport → producer/consumer: the owner's end is the owned one's end).
 *
 * Expected failures are thrown as `RefusedError`: `not_found` for unknown ids, `bad_request` for shapes mediasoup
 * refuses, `media_unavailable` while no worker lives. Closing what is already gone is no failure: closes are idempotent.
 *
 * Nothing is reported to the subscriber about what was asked for by closing its owner; only what ended for somebody
 * else is (a consumer whose producer was closed), and what ended by itself.
 */
export interface MediaPort {
  routerRtpCapabilities(roomId: string): Promise<JsonObject>;
  createTransport(request: {
    roomId: string;
    peerId: string;
    direction: 'send' | 'recv';
  }): Promise<TransportParameters>;
  connectTransport(request: {
    roomId: string;
    transportId: string;
    dtlsParameters: JsonObject;
  }): Promise<void>;
  restartIce(request: { roomId: string; transportId: string }): Promise<{ iceParameters: JsonObject }>;
  /** Ends the transport with all its producers and consumers. */
  closeTransport(request: { roomId: string; transportId: string }): Promise<void>;
  produce(request: {
    roomId: string;
    transportId: string;
    kind: MediaKind;
    rtpParameters: JsonObject;
    appData: { source: MediaSource };
  }): Promise<{ id: string }>;
  setProducerPaused(request: { roomId: string; producerId: string; isPaused: boolean }): Promise<void>;
  closeProducer(request: { roomId: string; producerId: string }): Promise<void>;
  /** The consumer is created paused. */
  consume(request: {
    roomId: string;
    transportId: string;
    producerId: string;
    rtpCapabilities: JsonObject;
  }): Promise<ConsumerParameters>;
  setConsumerPaused(request: { roomId: string; consumerId: string; isPaused: boolean }): Promise<void>;
  setPreferredLayers(request: {
    roomId: string;
    consumerId: string;
    spatialLayer: number;
    temporalLayer?: number;
  }): Promise<void>;
  closeConsumer(request: { roomId: string; consumerId: string }): Promise<void>;
  closePeer(request: { roomId: string; peerId: string }): Promise<void>;
  closeRoom(roomId: string): Promise<void>;
  /** Counts of what is open, for health, metrics and leak tests. */
  stats(): Promise<MediaStats>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: MediaEvent) => void): () => void;
  /** Ends the port and all it owns; idempotent. */
  close(): Promise<void>;
}

export interface MediaStats {
  workers: number;
  rooms: number;
  transports: number;
  producers: number;
  consumers: number;
}
