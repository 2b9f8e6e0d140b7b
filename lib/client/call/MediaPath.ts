export type PathMode = 'p2p' | 'sfu';

/** How the way to one other person is. */
export type PathConnection = 'connecting' | 'live' | 'reconnecting';

/** What a path gives of one other person at the moment. A changed state is a new object. */
export interface RemoteMedia {
  readonly connection: PathConnection;
  readonly audioTrack: MediaStreamTrack | null;
  readonly videoTrack: MediaStreamTrack | null;
  /** A shared screen and its sound. */
  readonly screenTrack: MediaStreamTrack | null;
  readonly screenAudioTrack: MediaStreamTrack | null;
  /** Sound packets were really received (not merely announced). */
  readonly hasAudioArrived: boolean;
  /** A frame of the picture was really decoded. */
  readonly hasVideoArrived: boolean;
}

export const noRemoteMedia: RemoteMedia = {
  connection: 'connecting',
  audioTrack: null,
  videoTrack: null,
  screenTrack: null,
  screenAudioTrack: null,
  hasAudioArrived: false,
  hasVideoArrived: false,
};

/** Own tracks as they are to be sent. `null` where there is none at the moment. */
export interface LocalMedia {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  /** The shared screen and its sound. A direct path does not carry them. */
  readonly screen: MediaStreamTrack | null;
  readonly screenAudio: MediaStreamTrack | null;
}

/** What one track of a person is: voice, face, screen, the screen's sound. */
export type MediaSlot = keyof LocalMedia;

export const noLocalMedia: LocalMedia = { audio: null, video: null, screen: null, screenAudio: null };

/** Totals of one link, as counted by the browser since it exists. */
export interface LinkTotals {
  readonly packetsReceived: number;
  readonly packetsLost: number;
  /** Round trip in ms, or null while it is unknown. */
  readonly roundTripMs: number | null;
}

/**
 * One way for media between this page and others: a direct connection, or the SFU. The orchestrator (`CallClient`)
 * decides which paths there are and which of them is shown and heard; a path only carries.
 */
export interface MediaPath {
  readonly mode: PathMode;
  /** What comes from a session now. An unknown session has `noRemoteMedia`. */
  remote(sessionId: string): RemoteMedia;
  /** Tells when something about a remote changed, or the path itself. Returns the end of the subscription. */
  onChange(handler: () => void): () => void;
  /** Own tracks, now and from now on. Switching a track asks for no new negotiation where the browser can do without. */
  setLocal(media: LocalMedia): void;
  /** Loudness of a session's sound, 0 to 1 (WebRTC's linear `audioLevel`), or null while nothing is heard. */
  audioLevel(sessionId: string): number | null;
  /** Totals of the sound (else the picture) of a session, or null while there is none. */
  linkTotals(sessionId: string): Promise<LinkTotals | null>;
  /**
   * How large a session's picture is shown, in device px of height, so that no larger one is sent than is seen. A path
   * that has one size only leaves it out.
   */
  showAt?(sessionId: string, heightPx: number): void;
  /** Signaling works again after it was lost: what needed it and failed is tried again. */
  signalingIsBack(): void;
  /** Ends the path and all it owns. Idempotent. */
  close(): void;
}
