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
  /** Longest time in ms without anything audible since the first sound or the last `resetSilence`. */
  readonly longestSilenceMs: number;
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
  /** Peer connections of this page that are open. */
  readonly openConnections: number;
}

/** The binding through which a page reports. */
export const probeBinding = 'vicinityProbe';

/** Runs inside the page; it may use nothing from outside itself but its argument. */
export function installProbe(binding: string): void {
  const connections = new Set<RTCPeerConnection>();
  const elements = new Set<HTMLMediaElement>();
  const energies = new Map<string, { energy: number; grewAtMs: number }>();
  let lastHeardMs: number | null = null;
  let longestSilenceMs = 0;
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

  const readEnergies = async (): Promise<void> => {
    for (const connection of connections) {
      if (connection.connectionState === 'closed') connections.delete(connection);
      const receivers = connection.getReceivers().filter((receiver) => receiver.track.kind === 'audio');
      for (const receiver of receivers) await readReceiver(receiver);
    }
  };

  const readReceiver = async (receiver: RTCRtpReceiver): Promise<void> => {
    const stats = await receiver.getStats();
    stats.forEach((entry: { type: string; totalAudioEnergy?: number }) => {
      if (entry.type !== 'inbound-rtp') return;
      const energy = entry.totalAudioEnergy ?? 0;
      const before = energies.get(receiver.track.id);
      if (before === undefined)
        energies.set(receiver.track.id, { energy, grewAtMs: Number.NEGATIVE_INFINITY });
      else if (energy > before.energy)
        energies.set(receiver.track.id, { energy, grewAtMs: performance.now() });
    });
  };

  const countAudible = (): number => {
    const now = performance.now();
    return [...playingTracks()].filter(
      (id) => now - (energies.get(id)?.grewAtMs ?? Number.NEGATIVE_INFINITY) < 400,
    ).length;
  };

  const noteSilence = (): void => {
    const now = performance.now();
    const newest = Math.max(
      ...[...playingTracks()].map((id) => energies.get(id)?.grewAtMs ?? Number.NEGATIVE_INFINITY),
    );
    if (newest > (lastHeardMs ?? Number.NEGATIVE_INFINITY)) {
      if (lastHeardMs !== null) longestSilenceMs = Math.max(longestSilenceMs, newest - lastHeardMs);
      lastHeardMs = newest;
    } else if (lastHeardMs !== null) longestSilenceMs = Math.max(longestSilenceMs, now - lastHeardMs);
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
      tiles: tiles(),
      space: space(),
      openConnections,
    });
  };

  let isReading = false;
  setInterval(() => {
    if (isReading) return;
    isReading = true;
    readEnergies()
      .then(noteSilence)
      .then(report)
      .catch((error: unknown) => console.error('probe', error))
      .finally(() => {
        isReading = false;
      });
  }, 50);

  window.addEventListener('vicinity-probe-reset', () => {
    longestSilenceMs = 0;
    lastHeardMs = null;
  });
}
