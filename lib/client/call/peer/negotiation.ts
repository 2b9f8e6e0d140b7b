import type { Signal } from '#lib/protocol/catalogue.ts';
import type { ReportProblem } from '../problems.ts';
import type { Scope } from '../Scope.ts';
import { SerialQueue } from '../SerialQueue.ts';

export interface NegotiationOptions {
  readonly connection: RTCPeerConnection;
  readonly scope: Scope;
  /** Gives way when both offer at once. */
  readonly isPolite: boolean;
  readonly send: (data: Signal) => Promise<unknown>;
  readonly report: ReportProblem;
  /** The other end's first offer is in place and about to be answered. */
  readonly beforeAnswer: () => Promise<void>;
}

/**
 * Perfect negotiation (W3C webrtc, section 10.7): both ends may offer at any time; when offers collide the polite end
 * takes its own back. Messages of the other end are taken one after the other.
 */
export class Negotiation {
  readonly #options: NegotiationOptions;
  readonly #incoming = new SerialQueue();
  #isMakingOffer = false;
  #isTakingAnswer = false;
  #hasIgnoredOffer = false;

  constructor(options: NegotiationOptions) {
    const { connection, scope } = options;
    this.#options = options;
    scope.add(() => this.#incoming.close());
    scope.listen(connection, 'negotiationneeded', () => this.#run('offering failed', () => this.#offer()));
    connection.onicecandidate = (event) => {
      const candidate = event.candidate === null ? null : event.candidate.toJSON();
      this.#run('a candidate was not sent', () => this.#sendCandidate(candidate));
    };
    scope.add(() => {
      connection.onicecandidate = null;
    });
  }

  handle(data: Signal): void {
    this.#run('a message of the other end was not taken', () =>
      this.#incoming.run(() =>
        'description' in data ? this.#takeDescription(data.description) : this.#takeCandidate(data.candidate),
      ),
    );
  }

  /** Says again what may have been lost with the signaling: the open offer, else a fresh attempt at the way. */
  again(): void {
    const { connection } = this.#options;
    if (connection.signalingState === 'have-local-offer') {
      this.#run('offering again failed', () => this.#sendLocalDescription());
    } else {
      connection.restartIce();
    }
  }

  async #offer(): Promise<void> {
    try {
      this.#isMakingOffer = true;
      await this.#options.connection.setLocalDescription();
      await this.#sendLocalDescription();
    } finally {
      this.#isMakingOffer = false;
    }
  }

  async #takeDescription(description: RTCSessionDescriptionInit): Promise<void> {
    const { connection, isPolite, beforeAnswer } = this.#options;
    const isReady = !this.#isMakingOffer && (connection.signalingState === 'stable' || this.#isTakingAnswer);
    const isCollision = description.type === 'offer' && !isReady;
    this.#hasIgnoredOffer = !isPolite && isCollision;
    if (this.#hasIgnoredOffer) return;
    if (description.type === 'answer' && connection.signalingState === 'stable') return;

    this.#isTakingAnswer = description.type === 'answer';
    try {
      await connection.setRemoteDescription(description);
    } finally {
      this.#isTakingAnswer = false;
    }
    if (description.type !== 'offer') return;
    await beforeAnswer();
    await connection.setLocalDescription();
    await this.#sendLocalDescription();
  }

  async #takeCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    try {
      await this.#options.connection.addIceCandidate(candidate ?? undefined);
    } catch (error) {
      // Candidates of an offer that was ignored fit nothing.
      if (!this.#hasIgnoredOffer) throw error;
    }
  }

  async #sendLocalDescription(): Promise<void> {
    const description = this.#options.connection.localDescription;
    if (description === null) return;
    await this.#options.send({ description: { type: description.type, sdp: description.sdp } });
  }

  async #sendCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    if (candidate === null || candidate.candidate === undefined) {
      await this.#options.send({ candidate: null });
      return;
    }
    await this.#options.send({ candidate: { ...candidate, candidate: candidate.candidate } });
  }

  #run(what: string, task: () => Promise<unknown>): void {
    task().catch((error: unknown) => {
      if (!this.#options.scope.isClosed) this.#options.report(what, error);
    });
  }
}
