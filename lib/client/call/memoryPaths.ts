import type { Signal } from '#lib/protocol/catalogue.ts';
import { MemoryTrack } from '../media/MemoryTrack.ts';
import {
  type LinkTotals,
  type LocalMedia,
  noLocalMedia,
  type PathMode,
  type RemoteMedia,
} from './MediaPath.ts';
import type { OpenPaths } from './PathSet.ts';
import type { PeerMediaPath } from './peer/PeerPath.ts';
import { RemoteMediaTable } from './RemoteMediaTable.ts';
import type { Scope } from './Scope.ts';

/** A path without a network: whoever holds it says what connects and what arrives. */
export class MemoryPath implements PeerMediaPath {
  readonly mode: PathMode;
  readonly epoch: number;
  /** `p2p-1` or `sfu`: also the beginning of its tracks' ids. */
  readonly name: string;
  readonly table = new RemoteMediaTable();
  readonly signals: Signal[] = [];
  readonly levels = new Map<string, number>();
  readonly shownHeights = new Map<string, number>();
  readonly #scope: Scope;
  local: LocalMedia = noLocalMedia;
  signalingReturns = 0;

  constructor(scope: Scope, mode: PathMode, epoch: number) {
    this.mode = mode;
    this.epoch = epoch;
    this.name = mode === 'sfu' ? 'sfu' : `p2p-${epoch}`;
    this.#scope = scope.child();
  }

  get isClosed(): boolean {
    return this.#scope.isClosed;
  }

  remote(sessionId: string): RemoteMedia {
    return this.table.get(sessionId);
  }

  onChange(handler: () => void): () => void {
    return this.table.onChange(handler);
  }

  setLocal(media: LocalMedia): void {
    this.local = media;
  }

  handleSignal(data: Signal): void {
    this.signals.push(data);
  }

  audioLevel(sessionId: string): number | null {
    return this.levels.get(sessionId) ?? null;
  }

  linkTotals(): Promise<LinkTotals | null> {
    return Promise.resolve(null);
  }

  signalingIsBack(): void {
    this.signalingReturns += 1;
  }

  close(): void {
    this.#scope.close();
  }

  showAt(sessionId: string, heightPx: number): void {
    this.shownHeights.set(sessionId, heightPx);
  }

  /** The other's tracks are announced and the way is connected; media has not come yet. */
  connect(sessionId: string): void {
    this.table.setTrack(sessionId, 'audio', new MemoryTrack('audio', `${this.name}-audio`));
    this.table.setTrack(sessionId, 'video', new MemoryTrack('video', `${this.name}-video`));
    this.table.setConnection('live');
  }

  /** The other's screen is there, with its sound. */
  share(sessionId: string): void {
    this.table.setTrack(sessionId, 'screen', new MemoryTrack('video', `${this.name}-screen`));
    this.table.setTrack(sessionId, 'screenAudio', new MemoryTrack('audio', `${this.name}-screen-audio`));
  }

  /** Sound and picture of the other really come. */
  deliver(sessionId: string): void {
    this.table.setArrived(sessionId, 'audio');
    this.table.setArrived(sessionId, 'video');
  }
}

/** Opens paths in memory and remembers them in the order they were opened. */
export class MemoryPaths implements OpenPaths {
  readonly opened: MemoryPath[] = [];

  peer(scope: Scope, { epoch }: { epoch: number }): PeerMediaPath {
    return this.#open(new MemoryPath(scope, 'p2p', epoch));
  }

  sfu(scope: Scope): MemoryPath {
    return this.#open(new MemoryPath(scope, 'sfu', 0));
  }

  /** Names of the paths that are open now. */
  get openNames(): string[] {
    return this.opened.filter((path) => !path.isClosed).map((path) => path.name);
  }

  /** The path opened last. @throws when there is none. */
  get newest(): MemoryPath {
    const path = this.opened.at(-1);
    if (path === undefined) throw new Error('No path was opened.');
    return path;
  }

  #open(path: MemoryPath): MemoryPath {
    this.opened.push(path);
    return path;
  }
}
