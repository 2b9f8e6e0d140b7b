import type { types } from 'mediasoup-client';
import type { IceServer } from '#lib/protocol/rest/realtime.ts';
import type { Signaling } from '../../session/Signaling.ts';
import {
  type LinkTotals,
  type LocalMedia,
  type MediaPath,
  noLocalMedia,
  type RemoteMedia,
} from '../MediaPath.ts';
import type { ReportProblem } from '../problems.ts';
import { RemoteMediaTable } from '../RemoteMediaTable.ts';
import type { Scope } from '../Scope.ts';
import { layerForHeight } from './layers.ts';
import { SfuRoom } from './SfuRoom.ts';

export interface SfuPathOptions {
  /** Ends with the call at the latest. */
  readonly scope: Scope;
  /** The call's id is the room's. */
  readonly roomId: string;
  readonly signaling: Signaling;
  readonly iceServers: readonly IceServer[];
  readonly loadDevice: () => Promise<types.Device>;
  readonly report: ReportProblem;
}

/** Pauses before the room is joined again, in ms: at once the first time, then longer, so that a dead SFU is not stormed. */
const rejoinDelaysMs = [0, 500, 1_000, 2_000, 4_000];

/**
 * The way through the SFU for one call. It outlives its joinings: when a room is lost (its worker died), a transport
 * cannot be healed, or the SFU forgot us, it joins again under the same id until the call ends.
 */
export class SfuPath implements MediaPath {
  readonly mode = 'sfu';
  readonly #options: SfuPathOptions;
  readonly #scope: Scope;
  readonly #table = new RemoteMediaTable();
  /** Wanted spatial layer by session; outlives a joining. */
  readonly #layers = new Map<string, number>();
  #local: LocalMedia = noLocalMedia;
  #room: SfuRoom | null = null;
  #roomScope: Scope;
  #failures = 0;

  constructor(options: SfuPathOptions) {
    this.#options = options;
    this.#scope = options.scope.child();
    this.#roomScope = this.#scope.child();
    this.#scope.add(
      this.#table.onChange(() => {
        if (this.#table.connection === 'live') this.#failures = 0;
      }),
    );
    // The first own tracks come with `setLocal` in the same turn; so the room opens with them.
    this.#scope.after(0, () => this.#join());
  }

  remote(sessionId: string): RemoteMedia {
    return this.#table.get(sessionId);
  }

  onChange(handler: () => void): () => void {
    return this.#table.onChange(handler);
  }

  setLocal(media: LocalMedia): void {
    this.#local = media;
    this.#room?.setLocal(media);
  }

  audioLevel(sessionId: string): number | null {
    return this.#room?.audioLevel(sessionId) ?? null;
  }

  async linkTotals(sessionId: string): Promise<LinkTotals | null> {
    return this.#room === null ? null : this.#room.linkTotals(sessionId);
  }

  showAt(sessionId: string, heightPx: number): void {
    const layer = layerForHeight(heightPx);
    if (this.#layers.get(sessionId) === layer) return;
    this.#layers.set(sessionId, layer);
    this.#room?.layerChanged(sessionId);
  }

  signalingIsBack(): void {
    if (this.#scope.isClosed) return;
    if (this.#room === null) this.#join();
    else this.#room.signalingIsBack();
  }

  close(): void {
    if (this.#scope.isClosed) return;
    this.#scope.close();
    this.#room = null;
    this.#leave();
  }

  #join(): void {
    if (this.#room !== null) return;
    this.#roomScope.close();
    this.#roomScope = this.#scope.child();
    const { roomId, signaling, iceServers, loadDevice, report } = this.#options;
    this.#room = new SfuRoom(this.#roomScope, this.#local, {
      roomId,
      signaling,
      iceServers,
      table: this.#table,
      loadDevice,
      report,
      layerOf: (sessionId) => this.#layers.get(sessionId) ?? null,
      onLost: (why) => this.#rejoin(why),
    });
  }

  #rejoin(why: string): void {
    this.#options.report('the SFU is joined again', new Error(why));
    this.#roomScope.close();
    this.#room = null;
    if (this.#table.connection === 'live') this.#table.setConnection('reconnecting');
    this.#leave();
    const delayMs = rejoinDelaysMs[Math.min(this.#failures, rejoinDelaysMs.length - 1)] ?? 0;
    this.#failures += 1;
    this.#roomScope = this.#scope.child();
    this.#roomScope.after(delayMs, () => this.#join());
  }

  /** The server forgets what it has of this session in the room. It may know nothing any more: that is as good. */
  #leave(): void {
    const { signaling, roomId, report } = this.#options;
    signaling.request('/media', 'leaveRoom', { roomId }).catch((error: unknown) => {
      report('the SFU was left without an answer', error);
    });
  }
}
