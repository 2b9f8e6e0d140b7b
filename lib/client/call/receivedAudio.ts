import type { LinkTotals } from './MediaPath.ts';
import { entriesOf, linkTotalsOf } from './mediaStats.ts';

interface LevelReading {
  level: number | null;
  isUnderWay: boolean;
}

const readings = new WeakMap<RTCRtpReceiver, LevelReading>();

/**
 * Loudness of what a receiver plays, 0 to 1, or null when nothing is heard; as of the last call, which starts the next
 * reading. The direct question (`getSynchronizationSources`) makes the page wait for the audio thread, 5 to 15 ms on a
 * busy machine; statistics come by themselves.
 */
export function audioLevelOf(receiver: RTCRtpReceiver | undefined): number | null {
  if (receiver === undefined) return null;
  const reading = readings.get(receiver) ?? { level: null, isUnderWay: false };
  readings.set(receiver, reading);
  if (!reading.isUnderWay) void readLevel(receiver, reading);
  return reading.level;
}

async function readLevel(receiver: RTCRtpReceiver, reading: LevelReading): Promise<void> {
  reading.isUnderWay = true;
  try {
    const inbound = entriesOf(await receiver.getStats()).find((entry) => entry.type === 'inbound-rtp');
    reading.level = inbound?.audioLevel ?? null;
  } catch {
    // The receiver's connection was closed meanwhile: nothing is heard from it any more.
    reading.level = null;
  } finally {
    reading.isUnderWay = false;
  }
}

/** Totals of a receiver, or null while nothing has come. */
export async function totalsOf(receiver: RTCRtpReceiver | undefined): Promise<LinkTotals | null> {
  if (receiver === undefined) return null;
  return linkTotalsOf(entriesOf(await receiver.getStats()));
}
