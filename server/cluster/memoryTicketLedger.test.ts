import { describe, expect, it } from 'vitest';
import { ManualClock } from '../clock.ts';
import { MemoryTicketLedger } from './memoryTicketLedger.ts';
import { describeTicketLedger } from './ticketLedger.contract.ts';

describeTicketLedger('memory', (clock) => new MemoryTicketLedger(clock));

describe('memory ticket ledger', () => {
  it('forgets what has expired', async () => {
    const clock = new ManualClock(0);
    const ledger = new MemoryTicketLedger(clock);
    for (let i = 0; i < 100; i += 1) await ledger.claim(`old-${i}`, 60_000);
    clock.advance(60_001);
    await ledger.claim('new', 120_000);
    expect(ledger.size).toBe(1);
  });
});
