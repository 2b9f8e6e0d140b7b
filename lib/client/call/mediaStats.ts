import type { LinkTotals } from './MediaPath.ts';

export type MediaKind = 'audio' | 'video';

/**
 * The fields read from `RTCInboundRtpStreamStats`, `RTCRemoteInboundRtpStreamStats` and `RTCIceCandidatePairStats`
 * (W3C webrtc-stats).
 */
export interface StatsEntry {
  readonly type: string;
  readonly kind?: string;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly framesDecoded?: number;
  /** 0 to 1, linear. */
  readonly audioLevel?: number;
  readonly nominated?: boolean;
  readonly state?: string;
  /** Seconds. */
  readonly currentRoundTripTime?: number;
}

/** So many sound packets (20 ms each) must have come before the sound counts as arriving. */
export const arrivalPackets = 3;

/** Whether media of a kind really arrives: packets for sound, a decoded frame for a picture. */
export function hasArrived(kind: MediaKind, entries: readonly StatsEntry[]): boolean {
  return entries.some((entry) => {
    if (entry.type !== 'inbound-rtp' || entry.kind !== kind) return false;
    return kind === 'audio'
      ? (entry.packetsReceived ?? 0) >= arrivalPackets
      : (entry.framesDecoded ?? 0) >= 1;
  });
}

/** Sums up one receiver's report; null when it has received nothing yet. */
export function linkTotalsOf(entries: readonly StatsEntry[]): LinkTotals | null {
  const inbound = entries.filter((entry) => entry.type === 'inbound-rtp');
  if (inbound.length === 0) return null;
  const pair = entries.find(
    (entry) => entry.type === 'candidate-pair' && entry.currentRoundTripTime !== undefined,
  );
  return {
    packetsReceived: sum(inbound.map((entry) => entry.packetsReceived ?? 0)),
    packetsLost: sum(inbound.map((entry) => entry.packetsLost ?? 0)),
    roundTripMs: pair?.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1_000,
  };
}

/** Reads a browser's report as plain entries. */
export function entriesOf(report: RTCStatsReport): StatsEntry[] {
  const entries: StatsEntry[] = [];
  report.forEach((entry: StatsEntry) => {
    entries.push(entry);
  });
  return entries;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
