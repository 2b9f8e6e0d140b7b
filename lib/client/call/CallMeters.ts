import type { LinkTotals, MediaPath } from './MediaPath.ts';
import type { ReportProblem } from './problems.ts';
import { type Quality, qualityOf } from './quality.ts';
import type { Scope } from './Scope.ts';
import { nextSpeaking, type Speaking, silent } from './speaking.ts';

/** How often voices are measured, in ms: each reading waits for the browser's audio thread. */
export const speakingPeriodMs = 200;
/** How often connections are judged, in ms. */
export const qualityPeriodMs = 2_000;

export interface CallMetersOptions {
  readonly report: ReportProblem;
  /** Who is heard on which path now. */
  readonly people: () => readonly (readonly [sessionId: string, path: MediaPath])[];
  /** Somebody began or stopped speaking, or a connection became better or worse. */
  readonly onChange: () => void;
}

interface Measured {
  readonly path: MediaPath;
  readonly totals: LinkTotals | null;
  readonly quality: Quality;
}

/** Measures voices and connections while a call lasts; the measuring ends with the scope. */
export class CallMeters {
  readonly #scope: Scope;
  readonly #options: CallMetersOptions;
  readonly #speaking = new Map<string, Speaking>();
  readonly #measured = new Map<string, Measured>();

  constructor(scope: Scope, options: CallMetersOptions) {
    this.#scope = scope;
    this.#options = options;
    scope.every(speakingPeriodMs, () => this.#measureVoices());
    scope.every(qualityPeriodMs, () => {
      this.#measureLinks().catch((error: unknown) => options.report('a connection was not measured', error));
    });
  }

  isSpeaking(sessionId: string): boolean {
    return this.#speaking.get(sessionId)?.isSpeaking ?? false;
  }

  quality(sessionId: string): Quality {
    return this.#measured.get(sessionId)?.quality ?? 'unknown';
  }

  #measureVoices(): void {
    const nowMs = this.#scope.timers.nowMs();
    let hasChanged = false;
    for (const [sessionId, path] of this.#options.people()) {
      const last = this.#speaking.get(sessionId) ?? silent;
      const next = nextSpeaking(last, path.audioLevel(sessionId), nowMs);
      this.#speaking.set(sessionId, next);
      if (next.isSpeaking !== last.isSpeaking) hasChanged = true;
    }
    if (hasChanged) this.#options.onChange();
  }

  async #measureLinks(): Promise<void> {
    const outcomes = await Promise.all(
      this.#options.people().map(([sessionId, path]) => this.#measureLink(sessionId, path)),
    );
    if (outcomes.includes(true) && !this.#scope.isClosed) this.#options.onChange();
  }

  /** Totals of another path count something else: after a switch the comparison begins anew. */
  async #measureLink(sessionId: string, path: MediaPath): Promise<boolean> {
    const totals = await path.linkTotals(sessionId);
    const last = this.#measured.get(sessionId);
    const before = last?.path === path ? last.totals : null;
    const judged = qualityOf(before, totals);
    const quality = judged === 'unknown' ? (last?.quality ?? 'unknown') : judged;
    this.#measured.set(sessionId, { path, totals, quality });
    return quality !== last?.quality;
  }
}
