import { ortc, type types } from 'mediasoup';
import { v4 } from 'uuid';
import { RefusedError } from '#lib/protocol/errors.ts';
import type {
  ConsumerParameters,
  JsonObject,
  MediaEvent,
  MediaKind,
  MediaPort,
  TransportParameters,
} from '../MediaPort.ts';
import { type Closable, RoomLedger } from '../RoomLedger.ts';
import { routerCodecs } from '../routerCodecs.ts';
import { dtlsParametersOf, rtpCapabilitiesOf, rtpParametersOf } from '../shapes.ts';

interface MemoryTransport extends Closable {
  isConnected: boolean;
}

interface MemoryProducer extends Closable {
  readonly kind: MediaKind;
  readonly consumable: types.RtpParameters;
}

type Ask<Method extends keyof MediaPort> = MediaPort[Method] extends (request: infer R) => unknown
  ? Omit<R, 'roomId'>
  : never;

const nothingToClose: Closable = { close: () => undefined };
const caps = ortc.generateRouterRtpCapabilities(routerCodecs);

/** A room without media: the same negotiation (mediasoup's own pure functions) and the same lifetimes, no packets. */
export class MemoryRoom {
  readonly #ledger: RoomLedger<MemoryTransport, MemoryProducer, Closable>;

  constructor(roomId: string, emit: (event: MediaEvent) => void) {
    this.#ledger = new RoomLedger(roomId, emit);
  }

  get rtpCapabilities(): JsonObject {
    return { ...structuredClone(caps) };
  }

  counts(): { transports: number; producers: number; consumers: number } {
    return this.#ledger.counts();
  }

  async createTransport({ peerId }: Ask<'createTransport'>): Promise<TransportParameters> {
    const id = v4();
    this.#ledger.addTransport(peerId, id, { ...nothingToClose, isConnected: false });
    return {
      id,
      iceParameters: iceParameters(),
      iceCandidates: [],
      dtlsParameters: { role: 'auto', fingerprints: [] },
    };
  }

  async connectTransport({ transportId, dtlsParameters }: Ask<'connectTransport'>): Promise<void> {
    const transport = this.#ledger.transport(transportId);
    dtlsParametersOf(dtlsParameters);
    if (transport.isConnected) throw new RefusedError('bad_request', 'connect() was already called');
    transport.isConnected = true;
  }

  async restartIce({ transportId }: Ask<'restartIce'>): Promise<{ iceParameters: JsonObject }> {
    this.#ledger.transport(transportId);
    return { iceParameters: iceParameters() };
  }

  async produce({ transportId, kind, rtpParameters }: Ask<'produce'>): Promise<{ id: string }> {
    this.#ledger.transport(transportId);
    const shaped = rtpParametersOf(rtpParameters);
    const consumable = negotiated(() => consumableOf(kind, shaped));
    const id = v4();
    this.#ledger.addProducer(transportId, id, { ...nothingToClose, kind, consumable });
    return { id };
  }

  async setProducerPaused({ producerId }: Ask<'setProducerPaused'>): Promise<void> {
    this.#ledger.producer(producerId);
  }

  async consume({ transportId, producerId, rtpCapabilities }: Ask<'consume'>): Promise<ConsumerParameters> {
    this.#ledger.transport(transportId);
    const { kind, consumable } = this.#ledger.producer(producerId);
    const remoteRtpCapabilities = rtpCapabilitiesOf(rtpCapabilities);
    const rtpParameters = negotiated(() => {
      ortc.validateAndNormalizeRtpCapabilities(remoteRtpCapabilities);
      const enableRtx = kind === 'video';
      return ortc.getConsumerRtpParameters({
        consumableRtpParameters: consumable,
        remoteRtpCapabilities,
        pipe: false,
        enableRtx,
      });
    });
    const id = v4();
    this.#ledger.addConsumer(transportId, producerId, id, nothingToClose);
    return { id, producerId, kind, rtpParameters: { ...rtpParameters } };
  }

  async setConsumerPaused({ consumerId }: Ask<'setConsumerPaused'>): Promise<void> {
    this.#ledger.consumer(consumerId);
  }

  async setPreferredLayers({ consumerId }: Ask<'setPreferredLayers'>): Promise<void> {
    this.#ledger.consumer(consumerId);
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

  /** As if the transport's connection had ended by itself. */
  loseTransport(transportId: string): void {
    this.#ledger.loseTransport(transportId);
  }

  close(): void {
    this.#ledger.close();
  }
}

function iceParameters(): JsonObject {
  return { usernameFragment: v4(), password: v4(), iceLite: true };
}

function consumableOf(kind: MediaKind, params: types.RtpParameters): types.RtpParameters {
  ortc.validateAndNormalizeRtpParameters(params);
  const mapping = ortc.getProducerRtpParametersMapping(params, caps);
  return ortc.getConsumableRtpParameters(kind, params, caps, mapping);
}

function negotiated<R>(negotiate: () => R): R {
  try {
    return negotiate();
  } catch (error) {
    throw new RefusedError('bad_request', error instanceof Error ? error.message : 'negotiation failed');
  }
}
