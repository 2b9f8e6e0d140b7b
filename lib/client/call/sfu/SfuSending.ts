import type { types } from 'mediasoup-client';
import type { Signaling } from '../../session/Signaling.ts';
import { type LocalMedia, type MediaSlot, noLocalMedia } from '../MediaPath.ts';
import { isRequestError } from '../requestErrors.ts';
import type { Scope } from '../Scope.ts';
import { SerialQueue } from '../SerialQueue.ts';
import { kindOf, sendingOptions } from './sources.ts';

export interface SfuSendingOptions {
  readonly scope: Scope;
  readonly signaling: Signaling;
  readonly device: types.Device;
  readonly transport: types.Transport;
}

/** A voice is missed sooner than a picture, a face sooner than a screen. */
const slots: readonly MediaSlot[] = ['audio', 'video', 'screen', 'screenAudio'];

/**
 * Own producers at the SFU: made when there first is a track. A camera that is switched off leaves its producer paused and
 * empty, and comes back by `replaceTrack`; a screen that is no longer shared ends with its producer.
 */
export class SfuSending {
  readonly #options: SfuSendingOptions;
  readonly #queue = new SerialQueue();
  readonly #producers = new Map<MediaSlot, types.Producer>();
  /** Producers the server has confirmed to be paused. */
  readonly #paused = new Set<types.Producer>();
  #local: LocalMedia = noLocalMedia;

  constructor(options: SfuSendingOptions) {
    this.#options = options;
    options.scope.add(() => this.#queue.close());
  }

  /**
   * Sends these tracks from now on. Of changes that come faster than they can be carried out only the last counts.
   * @throws RequestError when the server refuses.
   */
  async setLocal(media: LocalMedia): Promise<void> {
    this.#local = media;
    await Promise.all(slots.map((slot) => this.#queue.run(() => this.#apply(slot, this.#local[slot]))));
  }

  async #apply(slot: MediaSlot, track: MediaStreamTrack | null): Promise<void> {
    const isScreen = slot === 'screen' || slot === 'screenAudio';
    const producer = this.#producers.get(slot);
    if (producer === undefined) {
      if (track !== null) await this.#produce(slot, track);
    } else if (isScreen && producer.track !== track) {
      await this.#end(slot, producer);
      if (track !== null) await this.#produce(slot, track);
    } else if (!isScreen) {
      if (producer.track !== track) await producer.replaceTrack({ track });
      await this.#setPaused(producer, track === null);
    }
  }

  async #produce(slot: MediaSlot, track: MediaStreamTrack): Promise<void> {
    const { device, transport } = this.#options;
    // A track that ended meanwhile is refused by the browser; the next one will be announced.
    if (!device.canProduce(kindOf[slot]) || track.readyState === 'ended') return;
    const producer = await transport.produce({ track, ...sendingOptions(slot, device) });
    this.#producers.set(slot, producer);
  }

  /** Until the server has confirmed it, the next `setLocal` says it again. What it has ended itself is ended. */
  async #end(slot: MediaSlot, producer: types.Producer): Promise<void> {
    producer.close();
    try {
      await this.#options.signaling.request('/media', 'closeProducer', { producerId: producer.id });
    } catch (error) {
      if (!isRequestError(error, 'not_found')) throw error;
    }
    this.#producers.delete(slot);
  }

  /** Until the server has confirmed it, the next `setLocal` says it again. */
  async #setPaused(producer: types.Producer, isPaused: boolean): Promise<void> {
    if (this.#paused.has(producer) === isPaused) return;
    const { signaling } = this.#options;
    if (isPaused) {
      producer.pause();
      await signaling.request('/media', 'pauseProducer', { producerId: producer.id });
      this.#paused.add(producer);
    } else {
      producer.resume();
      await signaling.request('/media', 'resumeProducer', { producerId: producer.id });
      this.#paused.delete(producer);
    }
  }
}
