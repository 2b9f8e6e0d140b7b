import type { types } from 'mediasoup-client';
import type { ProducerInfo } from '#lib/protocol/media.ts';
import type { IceServer } from '#lib/protocol/rest/realtime.ts';
import type { Signaling } from '../../session/Signaling.ts';
import type { LinkTotals, LocalMedia } from '../MediaPath.ts';
import type { ReportProblem } from '../problems.ts';
import type { RemoteMediaTable } from '../RemoteMediaTable.ts';
import { isRequestError } from '../requestErrors.ts';
import type { Scope } from '../Scope.ts';
import { SerialQueue } from '../SerialQueue.ts';
import { SfuReceiving } from './SfuReceiving.ts';
import { SfuSending } from './SfuSending.ts';
import { openTransport } from './SfuTransport.ts';

export interface SfuRoomOptions {
  readonly roomId: string;
  readonly signaling: Signaling;
  readonly iceServers: readonly IceServer[];
  readonly table: RemoteMediaTable;
  readonly loadDevice: () => Promise<types.Device>;
  readonly report: ReportProblem;
  /** Spatial layer wanted of a session's camera; null: whatever the SFU can give. */
  readonly layerOf: (sessionId: string) => number | null;
  /** This joining is over and has to be made anew. Called at most once. */
  readonly onLost: (why: string) => void;
}

interface Opened {
  readonly sending: SfuSending;
  readonly receiving: SfuReceiving;
}

/**
 * One joining of the SFU's room: a device, two transports, own producers, the others' consumers. It never comes back:
 * when the room or a transport is lost, `SfuPath` makes another. Announcements that come while it opens wait their turn.
 */
export class SfuRoom {
  readonly #options: SfuRoomOptions;
  readonly #scope: Scope;
  readonly #queue = new SerialQueue();
  #opened: Opened | null = null;
  #local: LocalMedia;
  #receivingState: types.ConnectionState = 'new';
  #isLost = false;

  constructor(scope: Scope, local: LocalMedia, options: SfuRoomOptions) {
    this.#scope = scope;
    this.#local = local;
    this.#options = options;
    scope.add(() => this.#queue.close());
    this.#hear();
    this.#enqueue('the room was not joined', () => this.#open());
  }

  setLocal(media: LocalMedia): void {
    this.#local = media;
    this.#opened?.sending
      .setLocal(media)
      .catch((error: unknown) => this.#failed('own media was not sent', error));
  }

  layerChanged(sessionId: string): void {
    this.#enqueue('another layer was not chosen', async () => {
      await this.#opened?.receiving.layerChanged(sessionId);
    });
  }

  /**
   * The signaling was away and is back: media went on, but announcements may have been missed and own requests lost.
   * Joining again lists what there is now; it leaves transports alone.
   */
  signalingIsBack(): void {
    this.#enqueue('the room was not compared', async () => {
      if (this.#opened !== null) await this.#compare(this.#opened);
    });
  }

  audioLevel(sessionId: string): number | null {
    return this.#opened?.receiving.audioLevel(sessionId) ?? null;
  }

  async linkTotals(sessionId: string): Promise<LinkTotals | null> {
    return this.#opened === null ? null : this.#opened.receiving.linkTotals(sessionId);
  }

  #hear(): void {
    const { signaling } = this.#options;
    this.#scope.add(signaling.on('/media', 'newProducer', (info) => this.#consumeInTurn(info)));
    this.#scope.add(
      signaling.on('/media', 'producerClosed', ({ producerId }) => {
        this.#inTurn(({ receiving }) => receiving.producerClosed(producerId));
      }),
    );
    this.#scope.add(
      signaling.on('/media', 'consumerClosed', ({ consumerId }) => {
        this.#inTurn(({ receiving }) => receiving.consumerClosed(consumerId));
      }),
    );
    this.#scope.add(
      signaling.on('/media', 'roomLost', ({ roomId }) => {
        if (roomId === this.#options.roomId) this.#lost('the SFU lost the room');
      }),
    );
  }

  async #open(): Promise<void> {
    const { signaling, roomId, table, report, layerOf } = this.#options;
    const [device, joined] = await Promise.all([
      this.#options.loadDevice(),
      signaling.request('/media', 'joinRoom', { roomId }),
    ]);
    if (this.#scope.isClosed) return;
    const capabilities = await signaling.request('/media', 'getRouterRtpCapabilities', { roomId });
    await device.load({ routerRtpCapabilities: capabilities as types.RtpCapabilities });
    const [sendTransport, recvTransport] = await Promise.all([
      this.#openTransport(device, 'send'),
      this.#openTransport(device, 'recv'),
    ]);
    if (this.#scope.isClosed) return;
    const common = { scope: this.#scope, signaling, device };
    const sending = new SfuSending({ ...common, transport: sendTransport });
    const receiving = new SfuReceiving({ ...common, transport: recvTransport, table, report, layerOf });
    this.#opened = { sending, receiving };
    this.setLocal(this.#local);
    await Promise.all(voicesFirst(joined.producers).map((info) => this.#consume(receiving, info)));
    this.#tellConnection();
  }

  async #compare({ sending, receiving }: Opened): Promise<void> {
    const { signaling, roomId } = this.#options;
    const { producers } = await signaling.request('/media', 'joinRoom', { roomId });
    receiving.keepOnly(new Set(producers.map((info) => info.producerId)));
    await Promise.all([
      sending.setLocal(this.#local),
      ...producers.map((info) => this.#consume(receiving, info)),
    ]);
    this.#tellConnection();
  }

  #openTransport(device: types.Device, direction: 'send' | 'recv'): Promise<types.Transport> {
    const { signaling, roomId, iceServers, report } = this.#options;
    return openTransport({
      scope: this.#scope,
      signaling,
      device,
      roomId,
      direction,
      iceServers,
      report,
      onState: (state) => {
        if (direction === 'recv') this.#receivingState = state;
        this.#tellConnection();
      },
      onLost: (why) => this.#lost(why),
    });
  }

  /** Where there is nothing to receive the receiving transport never connects: then being in the room is enough. */
  #tellConnection(): void {
    if (this.#opened === null || this.#scope.isClosed) return;
    const { table } = this.#options;
    const isLost = this.#receivingState === 'disconnected' || this.#receivingState === 'failed';
    const isLive = this.#receivingState === 'connected' || this.#opened.receiving.count === 0;
    if (isLive) table.setConnection('live');
    else if (isLost && table.connection === 'live') table.setConnection('reconnecting');
  }

  #consumeInTurn(info: ProducerInfo): void {
    this.#enqueue('a producer was not received', async () => {
      if (this.#opened !== null) await this.#consume(this.#opened.receiving, info);
    });
  }

  /** One consumer that cannot be made does not take the others with it. */
  async #consume(receiving: SfuReceiving, info: ProducerInfo): Promise<void> {
    try {
      await receiving.consume(info);
    } catch (error) {
      this.#failed('a producer was not received', error);
    }
  }

  #inTurn(task: (opened: Opened) => void): void {
    this.#enqueue('an announcement was not carried out', async () => {
      if (this.#opened !== null) task(this.#opened);
    });
  }

  #enqueue(what: string, task: () => Promise<void>): void {
    this.#queue.run(task).catch((error: unknown) => {
      if (this.#opened === null) this.#lost(`${what}: ${String(error)}`);
      else this.#failed(what, error);
    });
  }

  /**
   * Without an answer nobody knows what the SFU has: only a new joining is certain. While the signaling is away nothing
   * is decided: media goes on, and `signalingIsBack` compares.
   */
  #failed(what: string, error: unknown): void {
    if (this.#scope.isClosed) return;
    this.#options.report(what, error);
    if (isRequestError(error, 'not_found') || isRequestError(error, 'timeout')) this.#lost(what);
  }

  #lost(why: string): void {
    if (this.#isLost || this.#scope.isClosed) return;
    this.#isLost = true;
    this.#options.onLost(why);
  }
}

/** A voice is missed sooner than a picture. */
function voicesFirst(producers: readonly ProducerInfo[]): readonly ProducerInfo[] {
  return producers.toSorted((a, b) => Number(a.kind === 'video') - Number(b.kind === 'video'));
}
