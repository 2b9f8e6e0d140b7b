import type { LinkTotals } from './MediaPath.ts';

/** How good the connection to somebody is; `unknown` until two measurements could be compared. */
export type Quality = 'unknown' | 'good' | 'fair' | 'poor';

/**
 * From here on a connection is no longer good or fair. ITU-T G.114 finds 150 ms one way (300 ms round trip)
 * unnoticed and 400 ms one way the limit; Opus hides about 3 % loss well and about 10 % badly.
 */
const fairLossShare = 0.03;
const poorLossShare = 0.1;
const fairRoundTripMs = 300;
const poorRoundTripMs = 800;

/**
 * Judges a link by what changed between two measurements about 2 s apart. Nothing received in between is `poor` when
 * packets were lost, else `unknown` (a muted microphone with DTX sends almost nothing).
 */
export function qualityOf(before: LinkTotals | null, now: LinkTotals | null): Quality {
  if (before === null || now === null) return 'unknown';
  const received = Math.max(0, now.packetsReceived - before.packetsReceived);
  const lost = Math.max(0, now.packetsLost - before.packetsLost);
  if (received + lost === 0) return 'unknown';
  const lossShare = lost / (received + lost);
  const roundTripMs = now.roundTripMs ?? 0;
  if (lossShare >= poorLossShare || roundTripMs >= poorRoundTripMs) return 'poor';
  if (lossShare >= fairLossShare || roundTripMs >= fairRoundTripMs) return 'fair';
  return 'good';
}
