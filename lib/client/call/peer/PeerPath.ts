import type { Signal } from '#lib/protocol/catalogue.ts';
import type { IceServer } from '#lib/protocol/rest/realtime.ts';
import { watchArrival } from '../arrivalWatch.ts';
import {
  type LinkTotals,
  type LocalMedia,
  type MediaPath,
  noLocalMedia,
  type RemoteMedia,
} from '../MediaPath.ts';
import type { ReportProblem } from '../problems.ts';
import { RemoteMediaTable } from '../RemoteMediaTable.ts';
import { audioLevelOf, totalsOf } from '../receivedAudio.ts';
import type { Scope } from '../Scope.ts';
import { Negotiation } from './negotiation.ts';

/** A direct path: besides carrying, it takes the other end's messages. */
export interface PeerMediaPath extends MediaPath {
  readonly epoch: number;
  handleSignal(data: Signal): void;
}

export interface PeerPathOptions {
  /** Ends with the call at the latest. */
  readonly scope: Scope;
  readonly epoch: number;
  readonly selfSessionId: string;
  readonly remoteSessionId: string;
  readonly iceServers: readonly IceServer[];
  readonly send: (data: Signal) => Promise<unknown>;
  readonly report: ReportProblem;
}

/** A lost connection may come back by itself for so long, in ms; the polite end waits longer, so that one end offers. */
const restartAfterMs = { impolite: 1_000, polite: 2_000 };

/** Top of the picture's bit rate, in bit/s (SPEC: 0.5 to 2 Mbit/s). */
const maxVideoBitrate = 2_000_000;

/**
 * One `RTCPeerConnection` to one session for one epoch. The impolite end makes one transceiver for sound and one for the
 * picture and offers; the polite end adopts them when it answers. Both always are `sendrecv`, with or without a track,
 * so that switching a microphone or camera never needs a negotiation.
 */
export class PeerPath implements PeerMediaPath {
  readonly mode = 'p2p';
  readonly epoch: number;
  readonly #options: PeerPathOptions;
  readonly #scope: Scope;
  readonly #connection: RTCPeerConnection;
  readonly #negotiation: Negotiation;
  readonly #table = new RemoteMediaTable();
  readonly #isPolite: boolean;
  #local: LocalMedia = noLocalMedia;
  #cancelRestart: () => void = () => undefined;

  constructor(options: PeerPathOptions) {
    this.#options = options;
    this.epoch = options.epoch;
    this.#scope = options.scope.child();
    this.#isPolite = options.selfSessionId < options.remoteSessionId;
    this.#connection = new RTCPeerConnection({
      iceServers: options.iceServers.map((server) => ({ ...server })),
      bundlePolicy: 'max-bundle',
    });
    this.#scope.add(() => this.#connection.close());
    this.#connection.ontrack = ({ track, receiver }) => this.#receive(track, receiver);
    this.#scope.listen(this.#connection, 'connectionstatechange', () => this.#connectionChanged());
    this.#negotiation = new Negotiation({
      connection: this.#connection,
      scope: this.#scope,
      isPolite: this.#isPolite,
      send: options.send,
      report: options.report,
      beforeAnswer: () => this.#adoptTransceivers(),
    });
    if (!this.#isPolite) {
      this.#connection.addTransceiver('audio', { direction: 'sendrecv' });
      this.#connection.addTransceiver('video', {
        direction: 'sendrecv',
        sendEncodings: [{ maxBitrate: maxVideoBitrate }],
      });
    }
  }

  remote(sessionId: string): RemoteMedia {
    return this.#table.get(sessionId);
  }

  onChange(handler: () => void): () => void {
    return this.#table.onChange(handler);
  }

  setLocal(media: LocalMedia): void {
    this.#local = media;
    this.#sendLocal().catch((error: unknown) => this.#report('an own track was not replaced', error));
  }

  handleSignal(data: Signal): void {
    if (!this.#scope.isClosed) this.#negotiation.handle(data);
  }

  audioLevel(sessionId: string): number | null {
    return sessionId === this.#options.remoteSessionId ? audioLevelOf(this.#receiver('audio')) : null;
  }

  linkTotals(sessionId: string): Promise<LinkTotals | null> {
    return totalsOf(sessionId === this.#options.remoteSessionId ? this.#receiver('audio') : undefined);
  }

  signalingIsBack(): void {
    if (this.#table.connection === 'live' || this.#scope.isClosed) return;
    if (this.#isPolite && this.#connection.remoteDescription === null) return;
    this.#negotiation.again();
  }

  close(): void {
    this.#scope.close();
    this.#connection.ontrack = null;
  }

  #receiver(kind: string): RTCRtpReceiver | undefined {
    return this.#connection.getReceivers().find((receiver) => receiver.track.kind === kind);
  }

  #receive(track: MediaStreamTrack, receiver: RTCRtpReceiver): void {
    const kind = track.kind === 'audio' ? 'audio' : 'video';
    const { remoteSessionId, report } = this.#options;
    this.#table.setTrack(remoteSessionId, kind, track);
    watchArrival(this.#scope, receiver, kind, report, () => this.#table.setArrived(remoteSessionId, kind));
  }

  async #adoptTransceivers(): Promise<void> {
    for (const transceiver of this.#connection.getTransceivers()) transceiver.direction = 'sendrecv';
    await this.#sendLocal();
  }

  async #sendLocal(): Promise<void> {
    if (this.#scope.isClosed) return;
    await Promise.all(this.#connection.getTransceivers().map((transceiver) => this.#sendOn(transceiver)));
  }

  async #sendOn({ sender, receiver }: RTCRtpTransceiver): Promise<void> {
    const track = receiver.track.kind === 'audio' ? this.#local.audio : this.#local.video;
    if (sender.track === track) return;
    await sender.replaceTrack(track);
    if (receiver.track.kind === 'video') await limitBitrate(sender);
  }

  #connectionChanged(): void {
    this.#cancelRestart();
    const state = this.#connection.connectionState;
    if (state === 'connected') {
      this.#table.setConnection('live');
      return;
    }
    if (state !== 'disconnected' && state !== 'failed') return;
    if (this.#table.connection === 'live') this.#table.setConnection('reconnecting');
    const delayMs = this.#isPolite ? restartAfterMs.polite : restartAfterMs.impolite;
    this.#cancelRestart = this.#scope.after(delayMs, () => this.#connection.restartIce());
  }

  #report(what: string, error: unknown): void {
    if (!this.#scope.isClosed) this.#options.report(what, error);
  }
}

async function limitBitrate(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters();
  const encoding = parameters.encodings[0];
  if (encoding === undefined || encoding.maxBitrate === maxVideoBitrate) return;
  encoding.maxBitrate = maxVideoBitrate;
  await sender.setParameters(parameters);
}
