import { type MediaSlot, noRemoteMedia, type PathConnection, type RemoteMedia } from './MediaPath.ts';
import type { MediaKind } from './mediaStats.ts';

/** What a new track in each place changes: of voice and face it is known whether they really came. */
const changeOf: Record<MediaSlot, (track: MediaStreamTrack | null) => Partial<RemoteMedia>> = {
  audio: (audioTrack) => ({ audioTrack, hasAudioArrived: false }),
  video: (videoTrack) => ({ videoTrack, hasVideoArrived: false }),
  screen: (screenTrack) => ({ screenTrack }),
  screenAudio: (screenAudioTrack) => ({ screenAudioTrack }),
};

const trackIn: Record<MediaSlot, (media: RemoteMedia) => MediaStreamTrack | null> = {
  audio: (media) => media.audioTrack,
  video: (media) => media.videoTrack,
  screen: (media) => media.screenTrack,
  screenAudio: (media) => media.screenAudioTrack,
};

/** What one path gives of each remote session. Tells its listeners only when something changed. */
export class RemoteMediaTable {
  readonly #bySession = new Map<string, RemoteMedia>();
  readonly #listeners = new Set<() => void>();
  #connection: PathConnection = 'connecting';

  get connection(): PathConnection {
    return this.#connection;
  }

  get(sessionId: string): RemoteMedia {
    return this.#bySession.get(sessionId) ?? { ...noRemoteMedia, connection: this.#connection };
  }

  /** The way to all of them changed: a path is one transport. */
  setConnection(connection: PathConnection): void {
    if (connection === this.#connection) return;
    this.#connection = connection;
    for (const [sessionId, media] of this.#bySession)
      this.#bySession.set(sessionId, { ...media, connection });
    this.#tell();
  }

  /** A new track begins: its media has not arrived yet. */
  setTrack(sessionId: string, slot: MediaSlot, track: MediaStreamTrack | null): void {
    this.#bySession.set(sessionId, { ...this.get(sessionId), ...changeOf[slot](track) });
    this.#tell();
  }

  /** Takes a track away, unless another has replaced it meanwhile. */
  removeTrack(sessionId: string, slot: MediaSlot, track: MediaStreamTrack): void {
    if (trackIn[slot](this.get(sessionId)) === track) this.setTrack(sessionId, slot, null);
  }

  setArrived(sessionId: string, kind: MediaKind): void {
    const media = this.get(sessionId);
    this.#bySession.set(
      sessionId,
      kind === 'audio' ? { ...media, hasAudioArrived: true } : { ...media, hasVideoArrived: true },
    );
    this.#tell();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
