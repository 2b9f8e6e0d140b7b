import type { LinkTotals } from './MediaPath.ts';
import { entriesOf, linkTotalsOf } from './mediaStats.ts';

/** Loudness of what a receiver plays now, 0 to 1, or null when nothing is heard (W3C webrtc, getSynchronizationSources). */
export function audioLevelOf(receiver: RTCRtpReceiver | undefined): number | null {
  const newest = receiver?.getSynchronizationSources()[0];
  return newest?.audioLevel ?? null;
}

/** Totals of a receiver, or null while nothing has come. */
export async function totalsOf(receiver: RTCRtpReceiver | undefined): Promise<LinkTotals | null> {
  if (receiver === undefined) return null;
  return linkTotalsOf(entriesOf(await receiver.getStats()));
}
