import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendTrack, goalOf, placeOnTrack, redirectTrack, standingTrack } from './track.ts';

const rules = { stepMs: 160, delayMs: 100 };
const home = { x: 3, y: 3 };

describe('track', () => {
  it('stays until the delay is over, walks at constant speed, and stands', () => {
    const track = extendTrack(standingTrack(home), { x: 4, y: 3 }, 1_000, rules);
    const at = (ms: number) => placeOnTrack(track, ms);
    expect(at(1_099)).toEqual({ x: 3, y: 3, isWalking: false });
    expect(at(1_140)).toEqual({ x: 3.25, y: 3, isWalking: true });
    expect(at(1_180)).toEqual({ x: 3.5, y: 3, isWalking: true });
    expect(at(1_260)).toEqual({ x: 4, y: 3, isWalking: false });
  });

  it('joins steps without a pause when the second is heard late but within the delay', () => {
    const first = extendTrack(standingTrack(home), { x: 4, y: 3 }, 0, rules);
    const second = extendTrack(first, { x: 5, y: 3 }, 140, rules);
    expect(placeOnTrack(second, 260).x).toBe(4);
    expect(placeOnTrack(second, 340)).toEqual({ x: 4.5, y: 3, isWalking: true });
  });

  it('walks two tiles in the time of two', () => {
    const track = extendTrack(standingTrack(home), { x: 5, y: 5 }, 0, rules);
    expect(placeOnTrack(track, 100 + 160)).toEqual({ x: 4, y: 4, isWalking: true });
  });

  it('jumps farther than two tiles', () => {
    const track = extendTrack(standingTrack(home), { x: 6, y: 3 }, 0, rules);
    expect(placeOnTrack(track, 0)).toEqual({ x: 6, y: 3, isWalking: false });
  });

  it('is not changed by news it already knows', () => {
    const track = extendTrack(standingTrack(home), { x: 4, y: 3 }, 0, rules);
    expect(extendTrack(track, { x: 4, y: 3 }, 50, rules)).toEqual(track);
  });

  it('slides from where it is drawn when redirected', () => {
    const track = extendTrack(standingTrack(home), { x: 4, y: 3 }, 0, { stepMs: 160, delayMs: 0 });
    const back = redirectTrack(track, home, 80, 100);
    expect(placeOnTrack(back, 80).x).toBe(3.5);
    expect(placeOnTrack(back, 130).x).toBe(3.25);
    expect(placeOnTrack(back, 180)).toEqual({ x: 3, y: 3, isWalking: false });
  });

  it('ends on the last tile heard of, and never moves faster than hurried', () => {
    const step = fc.record({
      dx: fc.integer({ min: -1, max: 1 }),
      dy: fc.integer({ min: -1, max: 1 }),
      waitMs: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        let track = standingTrack(home);
        let tile = home;
        let nowMs = 0;
        for (const { dx, dy, waitMs } of steps) {
          const before = placeOnTrack(track, nowMs + waitMs);
          const soon = placeOnTrack(track, nowMs + waitMs + 16);
          expect(Math.max(Math.abs(soon.x - before.x), Math.abs(soon.y - before.y))).toBeLessThanOrEqual(
            16 / (160 * 0.7) + 1e-9,
          );
          nowMs += waitMs;
          tile = { x: tile.x + dx, y: tile.y + dy };
          track = extendTrack(track, tile, nowMs, rules);
          expect(placeOnTrack(track, nowMs)).toMatchObject({ x: before.x, y: before.y });
        }
        expect(goalOf(track)).toEqual(tile);
        expect(placeOnTrack(track, nowMs + 100_000)).toEqual({ ...tile, isWalking: false });
      }),
    );
  });
});
