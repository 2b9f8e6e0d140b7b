import { describe, expect, it } from 'vitest';
import { ManualClock } from '../clock.ts';
import { Ticker } from './Ticker.ts';

function open(): { clock: ManualClock; ticker: Ticker; runs: number[] } {
  const clock = new ManualClock(0);
  const runs: number[] = [];
  return { clock, runs, ticker: new Ticker(clock, 50, () => runs.push(clock.nowMs())) };
}

describe('ticker', () => {
  it('runs at once after a quiet time, then once per interval', () => {
    const { clock, ticker, runs } = open();
    for (let i = 0; i < 120; i += 1) {
      ticker.request();
      clock.advance(1);
    }
    clock.advance(1_000);
    expect(runs).toEqual([0, 50, 100, 150]);
  });

  it('wakes up at a time it is told, or earlier when asked', () => {
    const { clock, ticker, runs } = open();
    ticker.request(300);
    ticker.request(400);
    clock.advance(350);
    ticker.request(500);
    ticker.request();
    clock.advance(1_000);
    expect(runs).toEqual([300, 350]);
  });

  it('goes on when the clock is set back', () => {
    const { clock, ticker, runs } = open();
    clock.advance(3_600_000);
    ticker.request();
    clock.advance(0);
    clock.advance(-3_000_000);
    ticker.request();
    clock.advance(50);
    expect(runs).toEqual([3_600_000, 600_050]);
  });

  it('has no timer while nobody asks, and none after its end', () => {
    const { clock, ticker, runs } = open();
    expect(clock.taskCount).toBe(0);
    ticker.request();
    ticker.close();
    ticker.request();
    clock.advance(1_000);
    expect([runs, clock.taskCount]).toEqual([[], 0]);
  });
});
