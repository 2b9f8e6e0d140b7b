import { entriesOf, hasArrived, type MediaKind } from './mediaStats.ts';
import type { ReportProblem } from './problems.ts';
import type { Scope } from './Scope.ts';

/** What is asked of an `RTCRtpReceiver`. */
export interface StatsSource {
  getStats(): Promise<RTCStatsReport>;
}

/** Asked this often while the call is being made, in ms: it bounds how late a switch notices the new media. */
const eagerPeriodMs = 100;
/** How often it asks eagerly before it slows down (a camera that is off may come much later). */
const eagerTries = 80;
const patientPeriodMs = 500;

/** Calls `onArrived` once when media of this kind really comes in. Ends with the scope. */
export function watchArrival(
  scope: Scope,
  source: StatsSource,
  kind: MediaKind,
  report: ReportProblem,
  onArrived: () => void,
): void {
  let tries = 0;
  const ask = async () => {
    tries += 1;
    const entries = entriesOf(await source.getStats());
    if (scope.isClosed) return;
    if (hasArrived(kind, entries)) onArrived();
    else schedule();
  };
  const schedule = () => {
    scope.after(tries < eagerTries ? eagerPeriodMs : patientPeriodMs, () => {
      ask().catch((error: unknown) => report(`no statistics of received ${kind}`, error));
    });
  };
  schedule();
}
