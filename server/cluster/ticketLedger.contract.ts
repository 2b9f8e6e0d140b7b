import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../clock.ts';
import type { TicketLedger } from './ports.ts';

/** What every implementation of `TicketLedger` must do. Arguments and results go through JSON on the way. */
export function describeTicketLedger(name: string, create: (clock: ManualClock) => TicketLedger): void {
  const startMs = Date.UTC(2026, 0, 1);

  function open(): { ledger: TicketLedger; clock: ManualClock } {
    const clock = new ManualClock(startMs);
    return { ledger: throughJson(create(clock)), clock };
  }

  describe(`ticket ledger: ${name}`, () => {
    it('1. the first caller gets true, every later one false', async () => {
      const { ledger } = open();
      const id = uuidv7();
      expect(await ledger.claim(id, startMs + 60_000)).toBe(true);
      expect(await ledger.claim(id, startMs + 60_000)).toBe(false);
      expect(await ledger.claim(id, startMs + 60_000)).toBe(false);
    });

    it('2. of many callers at once exactly one gets true', async () => {
      const { ledger } = open();
      const id = uuidv7();
      const results = await Promise.all(Array.from({ length: 20 }, () => ledger.claim(id, startMs + 60_000)));
      expect(results.filter((first) => first)).toHaveLength(1);
    });

    it('3. tickets do not hinder each other', async () => {
      const { ledger } = open();
      expect(await ledger.claim(uuidv7(), startMs + 60_000)).toBe(true);
      expect(await ledger.claim(uuidv7(), startMs + 60_000)).toBe(true);
    });

    it('4. a used ticket stays used until it expires', async () => {
      const { ledger, clock } = open();
      const id = uuidv7();
      await ledger.claim(id, startMs + 60_000);
      clock.advance(59_999);
      await ledger.claim(uuidv7(), startMs + 120_000);
      expect(await ledger.claim(id, startMs + 60_000)).toBe(false);
    });
  });
}

function throughJson(ledger: TicketLedger): TicketLedger {
  return {
    async claim(...args) {
      const [ticketId, expiresAtMs] = JSON.parse(JSON.stringify(args));
      return JSON.parse(JSON.stringify(await ledger.claim(ticketId, expiresAtMs)));
    },
  };
}
