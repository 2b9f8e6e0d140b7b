import { noRemoteMedia, type PathConnection, type RemoteMedia } from './MediaPath.ts';
import type { MediaKind } from './mediaStats.ts';

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
  setTrack(sessionId: string, kind: MediaKind, track: MediaStreamTrack | null): void {
    const media = this.get(sessionId);
    const change =
      kind === 'audio'
        ? { audioTrack: track, hasAudioArrived: false }
        : { videoTrack: track, hasVideoArrived: false };
    this.#bySession.set(sessionId, { ...media, ...change });
    this.#tell();
  }

  /** Takes a track away, unless another has replaced it meanwhile. */
  removeTrack(sessionId: string, kind: MediaKind, track: MediaStreamTrack): void {
    const media = this.get(sessionId);
    const shown = kind === 'audio' ? media.audioTrack : media.videoTrack;
    if (shown === track) this.setTrack(sessionId, kind, null);
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
