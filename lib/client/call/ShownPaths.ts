import { choosePath, type Expected, isKindCarried } from './choosePath.ts';
import type { MediaPath } from './MediaPath.ts';
import type { MediaKind } from './mediaStats.ts';

/** Where a person's sound and picture are taken from. */
export interface Shown {
  readonly audio: MediaPath;
  readonly video: MediaPath;
}

/** What a choice for one person depends on. */
export interface ShownOptions {
  readonly sessionId: string;
  readonly current: MediaPath;
  readonly expected: Expected;
  readonly isPatienceOver: boolean;
  /** Whether a path is still open. */
  readonly isOpen: (path: MediaPath) => boolean;
}

/**
 * Remembers for each person which path their sound and their picture are taken from. The two move on their own: a voice
 * need not wait for a picture, which on a busy machine comes seconds later.
 */
export class ShownPaths {
  readonly #bySession = new Map<string, Shown>();

  /** Chooses anew and remembers. */
  update(options: ShownOptions): Shown {
    const before = this.#bySession.get(options.sessionId);
    const shown = {
      audio: chooseKind('audio', before?.audio, options),
      video: chooseKind('video', before?.video, options),
    };
    this.#bySession.set(options.sessionId, shown);
    return shown;
  }

  get sessionIds(): readonly string[] {
    return [...this.#bySession.keys()];
  }

  /** Who is heard on which path. */
  get voices(): readonly (readonly [sessionId: string, path: MediaPath])[] {
    return [...this.#bySession].map(([sessionId, { audio }]) => [sessionId, audio] as const);
  }

  forget(sessionId: string): void {
    this.#bySession.delete(sessionId);
  }
}

function chooseKind(kind: MediaKind, before: MediaPath | undefined, options: ShownOptions): MediaPath {
  const { sessionId, current, expected, isPatienceOver, isOpen } = options;
  const candidate = (path: MediaPath) => ({ path, remote: path.remote(sessionId) });
  const shown = before === undefined || before === current || !isOpen(before) ? null : candidate(before);
  const isCarriedNow = isKindCarried(kind, current.remote(sessionId), expected, isPatienceOver);
  return choosePath(shown, candidate(current), isCarriedNow);
}
