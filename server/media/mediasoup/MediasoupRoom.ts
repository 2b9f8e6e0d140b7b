import type { types } from 'mediasoup';
import { RefusedError } from '#lib/protocol/errors.ts';
import type {
  ConsumerParameters,
  JsonObject,
  MediaEvent,
  MediaPort,
  TransportParameters,
} from '../MediaPort.ts';
import { RoomLedger } from '../RoomLedger.ts';
import { initialOutgoingBps, maxIncomingBps } from '../routerCodecs.ts';
import { dtlsParametersOf, rtpCapabilitiesOf, rtpParametersOf } from '../shapes.ts';
import { candidatesOf, type ListenIp } from './listen.ts';
import { refusing } from './refusals.ts';
import type { LiveWorker } from './WorkerSlot.ts';

type Ask<Method extends keyof MediaPort> = MediaPort[Method] extends (request: infer R) => unknown
  ? Omit<R, 'roomId'>
  : never;

/**
 * One room: a router on one worker. A request that comes back after the room (or the transport it was for) has ended
 * leaves nothing behind: what it made is ended and the asker is told `not_found`.
 */
export class MediasoupRoom {
  readonly live: LiveWorker;
  readonly #router: types.Router;
  readonly #listenIps: readonly ListenIp[];
  readonly #ledger: RoomLedger<types.WebRtcTransport, types.Producer, types.Consumer>;

  constructor(
    roomId: string,
    live: LiveWorker,
    router: types.Router,
    listenIps: readonly ListenIp[],
    emit: (event: MediaEvent) => void,
  ) {
    this.live = live;
    this.#router = router;
    this.#listenIps = listenIps;
    this.#ledger = new RoomLedger(roomId, emit);
  }

  get rtpCapabilities(): JsonObject {
    return { ...this.#router.rtpCapabilities };
  }

  counts(): { transports: number; producers: number; consumers: number } {
    return this.#ledger.counts();
  }

  async createTransport({ peerId, direction }: Ask<'createTransport'>): Promise<TransportParameters> {
    const transport = await refusing(() =>
      this.#router.createWebRtcTransport({
        webRtcServer: this.live.server,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
        initialAvailableOutgoingBitrate: initialOutgoingBps,
      }),
    );
    this.#keepOrClose(transport, !this.#router.closed);
    this.#ledger.addTransport(peerId, transport.id, transport);
    transport.on('dtlsstatechange', (state) => {
      if (state === 'failed' || state === 'closed') this.#ledger.loseTransport(transport.id);
    });
    if (direction === 'send') await refusing(() => transport.setMaxIncomingBitrate(maxIncomingBps));
    return parametersOf(transport, this.#listenIps);
  }

  async connectTransport({ transportId, dtlsParameters }: Ask<'connectTransport'>): Promise<void> {
    const transport = this.#ledger.transport(transportId);
    const shaped = dtlsParametersOf(dtlsParameters);
    await refusing(() => transport.connect({ dtlsParameters: shaped }));
  }

  async restartIce({ transportId }: Ask<'restartIce'>): Promise<{ iceParameters: JsonObject }> {
    const transport = this.#ledger.transport(transportId);
    return { iceParameters: { ...(await refusing(() => transport.restartIce())) } };
  }

  async produce({ transportId, kind, rtpParameters, appData }: Ask<'produce'>): Promise<{ id: string }> {
    const transport = this.#ledger.transport(transportId);
    const shaped = rtpParametersOf(rtpParameters);
    const producer = await refusing(() => transport.produce({ kind, rtpParameters: shaped, appData }));
    this.#keepOrClose(producer, this.#ledger.hasTransport(transportId));
    this.#ledger.addProducer(transportId, producer.id, producer);
    return { id: producer.id };
  }

  async setProducerPaused({ producerId, isPaused }: Ask<'setProducerPaused'>): Promise<void> {
    const producer = this.#ledger.producer(producerId);
    await refusing(() => (isPaused ? producer.pause() : producer.resume()));
  }

  async consume({ transportId, producerId, rtpCapabilities }: Ask<'consume'>): Promise<ConsumerParameters> {
    const transport = this.#ledger.transport(transportId);
    this.#ledger.producer(producerId);
    const shaped = rtpCapabilitiesOf(rtpCapabilities);
    const consumer = await refusing(() =>
      transport.consume({ producerId, rtpCapabilities: shaped, paused: true }),
    );
    const isWanted = this.#ledger.hasTransport(transportId) && this.#ledger.hasProducer(producerId);
    this.#keepOrClose(consumer, isWanted);
    this.#ledger.addConsumer(transportId, producerId, consumer.id, consumer);
    return { id: consumer.id, producerId, kind: consumer.kind, rtpParameters: { ...consumer.rtpParameters } };
  }

  async setConsumerPaused({ consumerId, isPaused }: Ask<'setConsumerPaused'>): Promise<void> {
    const consumer = this.#ledger.consumer(consumerId);
    await refusing(() => (isPaused ? consumer.pause() : consumer.resume()));
  }

  async setPreferredLayers(request: Ask<'setPreferredLayers'>): Promise<void> {
    const { consumerId, spatialLayer, temporalLayer } = request;
    const consumer = this.#ledger.consumer(consumerId);
    const layers = temporalLayer === undefined ? { spatialLayer } : { spatialLayer, temporalLayer };
    await refusing(() => consumer.setPreferredLayers(layers));
  }

  closeTransport(transportId: string): void {
    this.#ledger.closeTransport(transportId);
  }

  closeProducer(producerId: string): void {
    this.#ledger.closeProducer(producerId);
  }

  closeConsumer(consumerId: string): void {
    this.#ledger.closeConsumer(consumerId);
  }

  closePeer(peerId: string): void {
    this.#ledger.closePeer(peerId);
  }

  close(): void {
    this.#ledger.close();
    this.#router.close();
  }

  #keepOrClose(made: { close(): void }, isWanted: boolean): void {
    if (isWanted) return;
    made.close();
    throw new RefusedError('not_found', 'the room, transport or producer ended meanwhile');
  }
}

function parametersOf(transport: types.WebRtcTransport, listenIps: readonly ListenIp[]): TransportParameters {
  return {
    id: transport.id,
    iceParameters: { ...transport.iceParameters },
    iceCandidates: candidatesOf(transport.iceCandidates, listenIps),
    dtlsParameters: { ...transport.dtlsParameters },
  };
}
