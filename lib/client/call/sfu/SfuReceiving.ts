import type { types } from 'mediasoup-client';
import type { ProducerInfo } from '#lib/protocol/media.ts';
import type { Signaling } from '../../session/Signaling.ts';
import { watchArrival } from '../arrivalWatch.ts';
import type { LinkTotals, MediaSlot } from '../MediaPath.ts';
import type { ReportProblem } from '../problems.ts';
import type { RemoteMediaTable } from '../RemoteMediaTable.ts';
import { audioLevelOf, totalsOf } from '../receivedAudio.ts';
import { isRequestError } from '../requestErrors.ts';
import type { Scope } from '../Scope.ts';
import { slotOf } from './sources.ts';

export interface SfuReceivingOptions {
  readonly scope: Scope;
  readonly signaling: Signaling;
  readonly device: types.Device;
  readonly transport: types.Transport;
  readonly table: RemoteMediaTable;
  readonly report: ReportProblem;
  readonly layerOf: (sessionId: string) => number | null;
}

interface Received {
  readonly sessionId: string;
  readonly slot: MediaSlot;
  readonly consumer: types.Consumer;
  readonly scope: Scope;
}

/** What is received of the others through the SFU: one consumer per producer, made paused, resumed once it is in place. */
export class SfuReceiving {
  readonly #options: SfuReceivingOptions;
  readonly #received = new Map<string, Received>();
  /** Producers received or about to be; one that closes while its consumer is being made is taken out again. */
  readonly #wanted = new Set<string>();

  constructor(options: SfuReceivingOptions) {
    this.#options = options;
  }

  /** How many producers are received or about to be. */
  get count(): number {
    return this.#wanted.size;
  }

  /**
   * Receives a producer. One that is received already is left alone; one that went meanwhile is forgotten.
   * @throws RequestError when the server refuses for another reason.
   */
  async consume(info: ProducerInfo): Promise<void> {
    if (this.#wanted.has(info.producerId)) return;
    this.#wanted.add(info.producerId);
    try {
      await this.#receive(info);
    } catch (error) {
      this.#wanted.delete(info.producerId);
      if (!isRequestError(error, 'not_found')) throw error;
    }
  }

  producerClosed(producerId: string): void {
    this.#wanted.delete(producerId);
    const received = this.#received.get(producerId);
    this.#received.delete(producerId);
    received?.scope.close();
  }

  /** Forgets every producer that is not among these. */
  keepOnly(producerIds: ReadonlySet<string>): void {
    for (const producerId of [...this.#wanted])
      if (!producerIds.has(producerId)) this.producerClosed(producerId);
  }

  consumerClosed(consumerId: string): void {
    const entry = [...this.#received].find(([, { consumer }]) => consumer.id === consumerId);
    if (entry !== undefined) this.producerClosed(entry[0]);
  }

  /** @throws RequestError when the server refuses. */
  async layerChanged(sessionId: string): Promise<void> {
    const own = [...this.#received.values()].filter((each) => each.sessionId === sessionId);
    await Promise.all(own.map(({ slot, consumer }) => this.#preferLayer(sessionId, slot, consumer)));
  }

  audioLevel(sessionId: string): number | null {
    return audioLevelOf(this.#receiver(sessionId, 'audio'));
  }

  linkTotals(sessionId: string): Promise<LinkTotals | null> {
    return totalsOf(this.#receiver(sessionId, 'audio') ?? this.#receiver(sessionId, 'video'));
  }

  #receiver(sessionId: string, slot: MediaSlot): RTCRtpReceiver | undefined {
    return [...this.#received.values()].findLast((each) => each.sessionId === sessionId && each.slot === slot)
      ?.consumer.rtpReceiver;
  }

  async #receive(info: ProducerInfo): Promise<void> {
    const { signaling, device, transport, scope } = this.#options;
    const { recvRtpCapabilities: rtpCapabilities } = device;
    const reply = await signaling.request('/media', 'consume', {
      producerId: info.producerId,
      rtpCapabilities,
    });
    if (scope.isClosed || !this.#wanted.has(info.producerId)) return;
    const consumer = await transport.consume({
      id: reply.id,
      producerId: reply.producerId,
      kind: reply.kind,
      rtpParameters: reply.rtpParameters as types.RtpParameters,
    });
    this.#keep(info, consumer);
    await this.#preferLayer(info.sessionId, slotOf[info.appData.source], consumer).catch((error: unknown) => {
      // A picture larger than needed is better than none.
      this.#options.report('the picture layer was not chosen', error);
    });
    await signaling.request('/media', 'resumeConsumer', { consumerId: consumer.id });
  }

  /** Screens have one size. */
  async #preferLayer(sessionId: string, slot: MediaSlot, consumer: types.Consumer): Promise<void> {
    const spatialLayer = this.#options.layerOf(sessionId);
    if (slot !== 'video' || spatialLayer === null) return;
    await this.#options.signaling.request('/media', 'setPreferredLayers', {
      consumerId: consumer.id,
      spatialLayer,
    });
  }

  #keep(info: ProducerInfo, consumer: types.Consumer): void {
    const { table, report } = this.#options;
    const { sessionId } = info;
    const slot = slotOf[info.appData.source];
    const scope = this.#options.scope.child();
    scope.add(() => {
      consumer.close();
      table.removeTrack(sessionId, slot, consumer.track);
    });
    if (scope.isClosed || !this.#wanted.has(info.producerId)) {
      scope.close();
      return;
    }
    this.#received.set(info.producerId, { sessionId, slot, consumer, scope });
    table.setTrack(sessionId, slot, consumer.track);
    const isPerson = slot === 'audio' || slot === 'video';
    if (consumer.rtpReceiver === undefined || !isPerson) return;
    watchArrival(scope, consumer.rtpReceiver, slot, report, () => table.setArrived(sessionId, slot));
  }
}
