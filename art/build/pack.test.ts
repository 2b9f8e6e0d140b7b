import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packOnShelves, type Size, type Spot } from './pack.ts';

const GAP = 2;
const WIDTH = 200;
const sizes = fc.array(
  fc.record({ width: fc.integer({ min: 1, max: WIDTH - 2 * GAP }), height: fc.integer({ min: 1, max: 90 }) }),
  { maxLength: 40 },
);

type Placed = Size & Spot;

function placedOf(list: readonly Size[]): { placed: Placed[]; height: number } {
  const { spots, height } = packOnShelves(list, WIDTH, GAP);
  return { placed: list.map((size, index) => ({ ...size, ...(spots[index] ?? { x: -1, y: -1 }) })), height };
}

function tooClose(a: Placed, b: Placed): boolean {
  const apartX = a.x >= b.x + b.width + GAP || b.x >= a.x + a.width + GAP;
  const apartY = a.y >= b.y + b.height + GAP || b.y >= a.y + a.height + GAP;
  return !apartX && !apartY;
}

describe('packOnShelves', () => {
  it('keeps all rectangles inside and apart', () => {
    fc.assert(
      fc.property(sizes, (list) => {
        const { placed, height } = placedOf(list);
        for (const [index, one] of placed.entries()) {
          expect(one.x).toBeGreaterThanOrEqual(GAP);
          expect(one.x + one.width + GAP).toBeLessThanOrEqual(WIDTH);
          expect(one.y + one.height + GAP).toBeLessThanOrEqual(height);
          expect(placed.slice(index + 1).some((other) => tooClose(one, other))).toBe(false);
        }
      }),
    );
  });
});
