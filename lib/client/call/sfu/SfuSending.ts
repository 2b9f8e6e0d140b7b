import type { types } from 'mediasoup-client';
import type { Signaling } from '../../session/Signaling.ts';
import type { LocalMedia } from '../MediaPath.ts';
import type { MediaKind } from '../mediaStats.ts';
import type { Scope } from '../Scope.ts';
import { SerialQueue } from '../SerialQueue.ts';

/**
 * Three layers at a quarter, half and the full size of 1280×720; bit rates in bit/s. The sum of the lower two leaves the
 * top within 2 Mbit/s (SPEC §2).
 */
const cameraEncodings: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 2_000_000, scalabilityMode: 'L1T3' },
];

export interface SfuSendingOptions {
  readonly scope: Scope;
  readonly signaling: Signaling;
  readonly device: types.Device;
  readonly transport: types.Transport;
}

/**
 * Own producers at the SFU: made when there first is a track, then kept. A camera that is switched off leaves its
 * producer paused and empty, and comes back by `replaceTrack`.
 */
export class SfuSending {
  readonly #options: SfuSendingOptions;
  readonly #queue = new SerialQueue();
  readonly #producers = new Map<MediaKind, types.Producer>();
  /** Producers the server has confirmed to be paused. */
  readonly #paused = new Set<types.Producer>();
  #local: LocalMedia = { audio: null, video: null };

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
    await Promise.all([
      this.#queue.run(() => this.#apply('audio', this.#local.audio)),
      this.#queue.run(() => this.#apply('video', this.#local.video)),
    ]);
  }

  async #apply(kind: MediaKind, track: MediaStreamTrack | null): Promise<void> {
    const producer = this.#producers.get(kind);
    if (producer === undefined) {
      if (track !== null) await this.#produce(kind, track);
      return;
    }
    if (producer.track !== track) await producer.replaceTrack({ track });
    await this.#setPaused(producer, track === null);
  }

  async #produce(kind: MediaKind, track: MediaStreamTrack): Promise<void> {
    const { device, transport } = this.#options;
    // A track that ended meanwhile is refused by the browser; the next one will be announced.
    if (!device.canProduce(kind) || track.readyState === 'ended') return;
    const producer = await transport.produce({
      track,
      stopTracks: false,
      disableTrackOnPause: false,
      appData: { source: kind === 'audio' ? 'microphone' : 'camera' },
      ...(kind === 'audio'
        ? { codecOptions: { opusDtx: true, opusFec: true } }
        : { encodings: cameraEncodings, codecOptions: { videoGoogleStartBitrate: 1_000 }, ...vp8Of(device) }),
    });
    this.#producers.set(kind, producer);
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

/** VP8: every browser decodes it and all of them send it in layers. */
function vp8Of(device: types.Device): { codec?: types.RtpCodecCapability } {
  const codec = device.sendRtpCapabilities.codecs?.find(
    (each) => each.mimeType.toLowerCase() === 'video/vp8',
  );
  return codec === undefined ? {} : { codec };
}
