import type { CallPlan, Participant, Signal } from '#lib/protocol/catalogue.ts';
import type { LocalMedia, MediaPath } from './MediaPath.ts';
import type { PeerMediaPath } from './peer/PeerPath.ts';
import type { Scope } from './Scope.ts';

/** Makes paths. The product's are `PeerPath` and `SfuPath`; tests use ones in memory. */
export interface OpenPaths {
  /** A direct path to one session for one epoch. */
  peer(scope: Scope, call: { callId: string; epoch: number; remoteSessionId: string }): PeerMediaPath;
  /** The way through the SFU for a call, whatever the epoch. */
  sfu(scope: Scope, call: { callId: string }): MediaPath;
}

/**
 * The paths of one call: the newest plan's, and the former ones until the server says `video-call-settled`: somebody
 * else may still hear us on one that carries nobody here. An SFU path is taken up again when a plan returns to it; a direct one never is.
 */
export class PathSet {
  readonly #scope: Scope;
  readonly #open: OpenPaths;
  readonly #onChange: () => void;
  readonly #former = new Set<MediaPath>();
  readonly #subscriptions = new Map<MediaPath, () => void>();
  #current: MediaPath | null = null;
  #peer: PeerMediaPath | null = null;

  constructor(scope: Scope, open: OpenPaths, onChange: () => void) {
    this.#scope = scope;
    this.#open = open;
    this.#onChange = onChange;
    scope.add(() => this.#closeAll());
  }

  get current(): MediaPath | null {
    return this.#current;
  }

  has(path: MediaPath): boolean {
    return this.#subscriptions.has(path);
  }

  /** Turns to the plan's path, making it where there is none; the former one is kept. */
  begin(plan: CallPlan, others: readonly Participant[], local: LocalMedia): void {
    const next = plan.mode === 'sfu' ? this.#sfuFor(plan) : this.#peerFor(plan, others);
    if (next === this.#current) return;
    if (this.#current !== null) this.#former.add(this.#current);
    if (next !== null) this.#former.delete(next);
    this.#current = next;
    next?.setLocal(local);
  }

  handleSignal(epoch: number, data: Signal): void {
    if (this.#peer?.epoch === epoch) this.#peer.handleSignal(data);
  }

  setLocal(local: LocalMedia): void {
    for (const path of this.#subscriptions.keys()) path.setLocal(local);
  }

  signalingIsBack(): void {
    this.#current?.signalingIsBack();
  }

  closeFormer(): void {
    for (const path of [...this.#former]) this.#close(path);
  }

  #sfuFor({ callId }: CallPlan): MediaPath {
    const existing = [...this.#subscriptions.keys()].find((path) => path.mode === 'sfu');
    return existing ?? this.#keep(this.#open.sfu(this.#scope, { callId }));
  }

  #peerFor({ callId, epoch }: CallPlan, others: readonly Participant[]): MediaPath | null {
    const other = others[0];
    if (other === undefined) return null;
    this.#peer = this.#open.peer(this.#scope, { callId, epoch, remoteSessionId: other.sessionId });
    return this.#keep(this.#peer);
  }

  #keep<P extends MediaPath>(path: P): P {
    this.#subscriptions.set(path, path.onChange(this.#onChange));
    return path;
  }

  #close(path: MediaPath): void {
    this.#subscriptions.get(path)?.();
    this.#subscriptions.delete(path);
    this.#former.delete(path);
    path.close();
  }

  #closeAll(): void {
    for (const path of [...this.#subscriptions.keys()]) this.#close(path);
    this.#current = null;
    this.#peer = null;
  }
}
