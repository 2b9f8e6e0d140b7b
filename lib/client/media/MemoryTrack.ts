/** A media track without media, for tests and for machines without a browser: it can be live, muted and ended. */
export class MemoryTrack extends EventTarget implements MediaStreamTrack {
  readonly id: string;
  readonly kind: 'audio' | 'video';
  readonly label: string;
  readonly muted = false;
  contentHint = '';
  enabled = true;
  onended = null;
  onmute = null;
  onunmute = null;
  readonly #deviceId: string;
  #readyState: MediaStreamTrackState = 'live';

  constructor(
    kind: 'audio' | 'video',
    id: string,
    device: { deviceId: string; label: string } = { deviceId: '', label: '' },
  ) {
    super();
    this.kind = kind;
    this.id = id;
    this.label = device.label;
    this.#deviceId = device.deviceId;
  }

  get readyState(): MediaStreamTrackState {
    return this.#readyState;
  }

  stop(): void {
    this.#readyState = 'ended';
  }

  /** The device went away: the track ends by itself and says so, unlike after `stop`. */
  unplug(): void {
    this.#readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  clone(): MediaStreamTrack {
    return new MemoryTrack(this.kind, `${this.id}-clone`, { deviceId: this.#deviceId, label: this.label });
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.#deviceId };
  }

  getCapabilities(): MediaTrackCapabilities {
    return {};
  }

  getConstraints(): MediaTrackConstraints {
    return {};
  }

  async applyConstraints(): Promise<void> {
    await Promise.resolve();
  }
}
