/**
 * What a page really hears and sees, told by the page itself several times a second. It runs before the page's own
 * scripts and speaks through a binding, because a test's own `evaluate` counts as a touch and would unlock sound that a
 * person's browser keeps locked.
 */
export interface ProbeReport {
  /** The page's clock in ms. */
  readonly atMs: number;
  /** Remote audio tracks that are played by an unmuted, running element and whose energy grew within the last 400 ms. */
  readonly audible: number;
  /** Longest time in ms without any sound since `vicinity-probe-listen`; a busy page's late readings do not count as silence. */
  readonly longestSilenceMs: number;
  /** When and in which call that was: what a failed scenario is looked into with. */
  readonly longestSilenceAt: string;
  /** Frames shown so far per video element of a call tile, by the tile's session. */
  readonly tiles: readonly {
    readonly session: string;
    readonly user: string;
    readonly frames: number;
    readonly width: number;
  }[];
  /** Where the avatar stands and how the connection is, as the space's root element says; null while there is none. */
  readonly space: {
    readonly x: number;
    readonly y: number;
    readonly connection: string;
    /** `opening` until keys walk. */
    readonly stage: string;
    readonly mode: string;
    readonly callId: string;
  } | null;
  /** Whether the page asks to be touched because the browser holds the sound back. */
  readonly asksForTap: boolean;
  /** Peer connections of this page that are open. */
  readonly openConnections: number;
}

/** The binding through which a page reports. */
export const probeBinding = 'vicinityProbe';

/** Runs inside the page; it may use nothing from outside itself but its argument. */
export function installProbe(binding: string): void {
  /**
   * Energy per second up to which it is silence: a thousandth of full loudness. A codec that is sent silence may decode
   * it as one step of 16 bits (1e-9 a second); the tone that everybody speaks brings 1e-3 and more.
   */
  const noisePerS = 1e-6;
  const connections = new Set<RTCPeerConnection>();
  const elements = new Set<HTMLMediaElement>();
  /** Per audio receiver's track: what it gave so far, and when its energy last grew. */
  const sounds = new Map<string, { energy: number; grewAtMs: number; soundMs: number; newSoundMs: number }>();
  let isListening = false;
  let listeningSinceMs = 0;
  let lastReadingMs = performance.now();
  let silenceMs = 0;
  let longestSilenceMs = 0;
  let longestSilenceAt = '';
  let playedBefore = new Set<string>();
  const NativeConnection = window.RTCPeerConnection;

  class WatchedConnection extends NativeConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
    }
  }
  window.RTCPeerConnection = WatchedConnection;
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function watchedPlay(): Promise<void> {
    elements.add(this);
    return play.call(this);
  };

  const playingTracks = (): Set<string> => {
    const ids = new Set<string>();
    for (const element of elements) {
      const stream = element.srcObject;
      const isSilent = element.paused || element.muted || element.volume === 0;
      if (!(stream instanceof MediaStream) || isSilent) continue;
      for (const track of stream.getAudioTracks()) if (track.readyState === 'live') ids.add(track.id);
    }
    return ids;
  };

  const readSounds = async (): Promise<void> => {
    for (const connection of connections) {
      if (connection.connectionState === 'closed') connections.delete(connection);
      const receivers = connection.getReceivers().filter((receiver) => receiver.track.kind === 'audio');
      for (const receiver of receivers) await readReceiver(receiver);
    }
  };

  const readReceiver = async (receiver: RTCRtpReceiver): Promise<void> => {
    const stats = await receiver.getStats();
    stats.forEach((entry: RTCInboundRtpStreamStats) => {
      if (entry.type === 'inbound-rtp') noteSound(receiver.track.id, entry);
    });
  };

  /** What was made up to fill holes (concealed) is not sound that somebody sent. */
  const noteSound = (trackId: string, entry: RTCInboundRtpStreamStats): void => {
    const energy = entry.totalAudioEnergy ?? 0;
    const samples = (entry.totalSamplesReceived ?? 0) - (entry.concealedSamples ?? 0);
    const soundMs = samples / 48;
    const before = sounds.get(trackId);
    const hasGrown =
      before !== undefined && energy - before.energy > (noisePerS * (soundMs - before.soundMs)) / 1_000;
    sounds.set(trackId, {
      energy,
      soundMs,
      grewAtMs: hasGrown ? performance.now() : (before?.grewAtMs ?? Number.NEGATIVE_INFINITY),
      newSoundMs: (before?.newSoundMs ?? 0) + soundMs - (before?.soundMs ?? soundMs),
    });
  };

  const countAudible = (): number => {
    const now = performance.now();
    return [...playingTracks()].filter(
      (id) => now - (sounds.get(id)?.grewAtMs ?? Number.NEGATIVE_INFINITY) < 400,
    ).length;
  };

  /**
   * Silence is time that no played track covered with sound. It is counted in the tracks' own samples, because a busy
   * page reads late, and what played meanwhile was heard all the same. A well covered reading ends a silence.
   */
  const noteSilence = (): void => {
    const now = performance.now();
    const passedMs = now - lastReadingMs;
    lastReadingMs = now;
    const playing = playingTracks();
    let heardMs = 0;
    for (const [id, sound] of sounds) {
      if (playing.has(id) || playedBefore.has(id)) heardMs += sound.newSoundMs;
      sound.newSoundMs = 0;
    }
    playedBefore = playing;
    if (!isListening) return;
    const missingMs = Math.max(0, passedMs - heardMs);
    silenceMs = heardMs >= 0.9 * passedMs ? missingMs : silenceMs + missingMs;
    if (silenceMs <= longestSilenceMs) return;
    longestSilenceMs = silenceMs;
    const seconds = ((now - listeningSinceMs) / 1_000).toFixed(1);
    longestSilenceAt = `until ${seconds} s, ${space()?.mode} of ${tiles().length}, a reading took ${Math.round(passedMs)} ms`;
  };

  const tiles = (): ProbeReport['tiles'] =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="tile"]')].map((tile) => {
      const video = tile.querySelector('video');
      return {
        session: tile.dataset.session ?? '',
        user: tile.dataset.user ?? '',
        frames: video?.getVideoPlaybackQuality().totalVideoFrames ?? 0,
        width: video?.videoWidth ?? 0,
      };
    });

  const space = (): ProbeReport['space'] => {
    const root = document.querySelector<HTMLElement>('[data-testid="space"]');
    if (root === null) return null;
    const { tileX, tileY, connection, stage, callMode, callId } = root.dataset;
    return {
      x: Number(tileX ?? Number.NaN),
      y: Number(tileY ?? Number.NaN),
      connection: connection ?? '',
      stage: stage ?? '',
      mode: callMode ?? 'none',
      callId: callId ?? '',
    };
  };

  const report = (): void => {
    const send: unknown = Reflect.get(window, binding);
    if (typeof send !== 'function') return;
    const openConnections = [...connections].filter(
      (connection) => connection.connectionState !== 'closed',
    ).length;
    send({
      atMs: performance.now(),
      audible: countAudible(),
      longestSilenceMs,
      longestSilenceAt,
      tiles: tiles(),
      space: space(),
      asksForTap: [...document.querySelectorAll('button')].some((button) =>
        button.textContent.includes('Tap to hear'),
      ),
      openConnections,
    });
  };

  // A step is told as soon as it is made: whoever walks waits for each.
  new MutationObserver(report).observe(document, {
    subtree: true,
    attributeFilter: ['data-tile-x', 'data-tile-y', 'data-stage', 'data-connection'],
  });
  let isReading = false;
  setInterval(() => {
    if (isReading) return;
    isReading = true;
    readSounds()
      .then(noteSilence)
      .then(report)
      .catch((error: unknown) => console.error('probe', error))
      .finally(() => {
        isReading = false;
      });
  }, 100);

  window.addEventListener('vicinity-probe-listen', () => {
    isListening = true;
    listeningSinceMs = performance.now();
    silenceMs = 0;
    longestSilenceMs = 0;
    longestSilenceAt = '';
  });
}
