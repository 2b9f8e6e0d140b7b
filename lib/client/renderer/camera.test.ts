import { describe, expect, it } from 'vitest';
import { cornerFor, follow, nextZoom, screenOffset, tileSizeOnScreen, type View } from './camera.ts';

const noInsets = { top: 0, right: 0, bottom: 0, left: 0 };
const view: View = { width: 1_000, height: 600, insets: noInsets, scale: 2, dpr: 1 };
const map = { widthPx: 2_000, heightPx: 1_500 };

describe('camera', () => {
  it('puts its target into the middle of the view', () => {
    expect(cornerFor({ x: 1_000, y: 700 }, view, map)).toEqual({ x: 750, y: 550 });
  });

  it('puts it into the middle of what panels leave free', () => {
    const covered = { ...view, insets: { top: 100, right: 360, bottom: 0, left: 0 } };
    expect(cornerFor({ x: 1_000, y: 700 }, covered, map)).toEqual({ x: 840, y: 525 });
  });

  it('slows down beyond the edges of the map and never shows more than a strip', () => {
    const near = cornerFor({ x: 230, y: 700 }, view, map).x;
    const far = cornerFor({ x: -10_000, y: 700 }, view, map).x;
    expect(near).toBeLessThan(0);
    expect(near).toBeGreaterThan(-20);
    expect(far).toBeCloseTo(-96, 3);
    expect(cornerFor({ x: 10_000, y: 700 }, view, map).x).toBeCloseTo(1_500 + 96, 3);
  });

  it('centres a map smaller than the view', () => {
    expect(cornerFor({ x: 10, y: 10 }, view, { widthPx: 100, heightPx: 100 })).toEqual({ x: -200, y: -100 });
  });

  it('follows smoothly and arrives', () => {
    const goal = { x: 100, y: 0 };
    const half = follow({ x: 0, y: 0 }, goal, 120);
    expect(half.x).toBeCloseTo(63.2, 1);
    expect(follow({ x: 99.9, y: 0 }, goal, 16)).toBe(goal);
    expect(follow({ x: 0, y: 0 }, goal, Number.POSITIVE_INFINITY)).toEqual(goal);
  });

  it('lies on whole device pixels', () => {
    expect(screenOffset({ x: 10.3, y: 4.2 }, { ...view, dpr: 2 })).toEqual({ x: -20.5, y: -8.5 });
  });

  it('zooms in steps with ends, and shows smaller tiles on phones', () => {
    expect(nextZoom(1, 1)).toBe(1.25);
    expect(nextZoom(1, -1)).toBe(0.8);
    expect(nextZoom(2, 1)).toBe(2);
    expect([tileSizeOnScreen(1_440), tileSizeOnScreen(390)]).toEqual([48, 40]);
  });
});
