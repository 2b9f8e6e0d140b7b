import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { ManualClock } from '../../clock.ts';
import { silentLogger } from '../../observability/Logger.ts';
import type { StoredEntry } from '../../persistence/ports.ts';
import { RoomStream, type RoomStreamDeps } from './RoomStream.ts';

const roomId = uuidv7();
const entry = (seq: number): StoredEntry => ({
  ...{ roomId, seq, at: '2026-03-01T09:00:00.000Z', userId: uuidv7(), clientId: uuidv7() },
  ...{ kind: 'pin', messageId: uuidv7(), isOn: true },
});

function stream(log: StoredEntry[], over: Partial<RoomStreamDeps> = {}) {
  const clock = new ManualClock();
  const delivered: number[] = [];
  const read = vi.fn(async (after: number) => log.filter(({ seq }) => seq > after));
  const made = new RoomStream({
    ...{ roomId, lastSeq: 0, read, clock, logger: silentLogger, holeMs: 50 },
    readLastSeq: async () => log.length,
    deliver: async (entries) => void delivered.push(...entries.map(({ seq }) => seq)),
    ...over,
  });
  return { made, clock, delivered, read };
}

const all = [1, 2, 3, 4, 5].map(entry);
const some = (...seqs: number[]) => all.filter(({ seq }) => seqs.includes(seq));

describe('the order of delivery', () => {
  test('3.1 entries are delivered by number, each once, whatever the order in which they are heard', async () => {
    const { made, delivered, read } = stream(all);
    made.hear(some(2, 3));
    made.hear(some(1));
    made.hear(some(1, 2, 3));
    made.hear(some(5));
    made.hear(some(4));
    await vi.waitFor(() => expect(delivered).toEqual([1, 2, 3, 4, 5]));
    expect(read).not.toHaveBeenCalled();
  });

  test('3.2 a hole that nobody fills is read from the log', async () => {
    const { made, clock, delivered } = stream(all);
    made.hear(some(1));
    made.hear(some(4));
    await made.settled();
    expect(delivered).toEqual([1]);
    clock.advance(50);
    await vi.waitFor(() => expect(delivered).toEqual([1, 2, 3, 4, 5]));
  });

  test('3.3 what was never heard of is delivered when the log is known to go further', async () => {
    const { made, clock, delivered } = stream(all);
    made.reach(5);
    await made.settled();
    clock.advance(50);
    await vi.waitFor(() => expect(delivered).toEqual([1, 2, 3, 4, 5]));
  });

  test('3.4 a reading that failed is tried again', async () => {
    let isAway = true;
    const read = async (after: number) => {
      if (isAway) throw new Error('away');
      return all.filter(({ seq }) => seq > after);
    };
    const { made, clock, delivered } = stream(all, { read });
    made.hear(some(3));
    await made.settled();
    clock.advance(50);
    await made.settled();
    isAway = false;
    clock.advance(1_000);
    await vi.waitFor(() => expect(delivered).toEqual([1, 2, 3, 4, 5]));
  });

  test('3.5 where the beginning is not known, what was heard since then is delivered, and nothing older', async () => {
    const { made, delivered } = stream(all, { lastSeq: null, readLastSeq: async () => 5 });
    made.hear(some(4));
    made.hear(some(5));
    await vi.waitFor(() => expect(delivered).toEqual([4, 5]));
  });

  test('3.7 a delivery that failed is made again, and nothing overtakes it', async () => {
    let isAway = true;
    const delivered: number[] = [];
    const deliver = async (entries: StoredEntry[]) => {
      if (isAway) throw new Error('away');
      delivered.push(...entries.map(({ seq }) => seq));
    };
    const { made, clock } = stream(all, { deliver });
    made.hear(some(1, 2));
    await made.settled();
    made.hear(some(3));
    clock.advance(500);
    await made.settled();
    expect(delivered).toEqual([]);
    isAway = false;
    clock.advance(500);
    await vi.waitFor(() => expect(delivered).toEqual([1, 2, 3]));
    expect(clock.taskCount).toBe(0);
  });

  test('3.8 entries that can never be delivered do not hold up the others for ever', async () => {
    const delivered: number[] = [];
    const deliver = async (entries: StoredEntry[]) => {
      if (entries.some(({ seq }) => seq === 1)) throw new Error('never');
      delivered.push(...entries.map(({ seq }) => seq));
    };
    const { made, clock } = stream(all, { deliver });
    made.hear(some(1));
    for (let second = 0; second < 30; second += 1) {
      await made.settled();
      clock.advance(1_000);
    }
    made.hear(some(2));
    await vi.waitFor(() => expect(delivered).toEqual([2]));
  });

  test('3.6 a closed one delivers nothing and leaves no timer', async () => {
    const { made, clock, delivered } = stream(all);
    made.hear(some(3));
    await made.settled();
    made.close();
    clock.advance(1_000);
    expect(clock.taskCount).toBe(0);
    expect(delivered).toEqual([]);
  });
});
