import { MemoryTrack } from '../../media/MemoryTrack.ts';
import type { ScreenSource } from './captureScreen.ts';

/** A browser's screens in memory: what the person picks, or why nothing is given. */
export class MemoryScreens implements ScreenSource {
  readonly tracks: MemoryTrack[] = [];
  /** Thrown instead of an answer. */
  refusal: Error | null = null;
  hasSound = true;
  /** While set, the question stays open until it is called. */
  #answerLater: Promise<void> | null = null;

  async getDisplayMedia(): Promise<{ getTracks(): MediaStreamTrack[] }> {
    await this.#answerLater;
    if (this.refusal !== null) throw this.refusal;
    const tracks = [new MemoryTrack('video', `screen-${this.tracks.length}`)];
    if (this.hasSound) tracks.push(new MemoryTrack('audio', `screen-sound-${this.tracks.length}`));
    this.tracks.push(...tracks);
    return { getTracks: () => tracks };
  }

  /** From now on the question stays open. Returns what answers it. */
  holdAnswer(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#answerLater = promise;
    return resolve;
  }

  /** The person ends it in the browser's own bar. */
  endInBrowser(): void {
    for (const track of this.tracks) if (track.readyState === 'live') track.unplug();
  }

  get openTracks(): MemoryTrack[] {
    return this.tracks.filter((track) => track.readyState === 'live');
  }
}
