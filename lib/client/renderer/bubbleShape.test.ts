import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bubbleOutline, type Point } from './bubbleShape.ts';

/** Crossing number: whether a point lies inside a polygon. */
function isInside(polygon: readonly Point[], { x, y }: Point): boolean {
  return polygon.reduce((inside, a, index) => {
    const b = polygon[(index + 1) % polygon.length] ?? a;
    const crosses = a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x;
    return crosses ? !inside : inside;
  }, false);
}

describe('bubbleOutline', () => {
  it('is nothing for nobody and a circle for one place', () => {
    expect(bubbleOutline([])).toEqual([]);
    const circle = bubbleOutline(
      [
        { x: 5, y: 5 },
        { x: 5, y: 5.2 },
      ],
      10,
    );
    expect(circle.every((point) => Math.abs(Math.hypot(point.x - 5, point.y - 5) - 10) < 1e-6)).toBe(true);
  });

  it('has a waist between two discs', () => {
    const outline = bubbleOutline(
      [
        { x: 0, y: 0 },
        { x: 90, y: 0 },
      ],
      37,
    );
    const isIn = (y: number) => isInside(outline, { x: 45, y });
    expect(isIn(20)).toBe(true);
    expect(isIn(36)).toBe(false);
  });

  it('covers nearly all of every disc and the way along the hull, wherever the members stand', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (members) => {
        const outline = bubbleOutline(members, 37);
        expect(outline.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        for (const { x, y } of members) {
          for (let turn = 0; turn < 8; turn += 1) {
            const angle = (turn * Math.PI) / 4;
            expect(isInside(outline, { x: x + Math.cos(angle) * 6, y: y + Math.sin(angle) * 6 })).toBe(true);
          }
        }
      }),
    );
  });

  it('stays joined between members far apart on one line', () => {
    const outline = bubbleOutline(
      [
        { x: 0, y: 0 },
        { x: 96, y: 0 },
        { x: 192, y: 0 },
        { x: 288, y: 0 },
      ],
      37,
    );
    for (let x = 0; x <= 288; x += 4) expect(isInside(outline, { x, y: 0 })).toBe(true);
  });
});
