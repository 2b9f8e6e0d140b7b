import { describe, expect, it } from 'vitest';
import { bubblePath } from './bubble.ts';

function count(path: string, letter: string): number {
  return path.split(letter).length - 1;
}

describe('bubblePath', () => {
  it('is a circle around one person', () => {
    expect(bubblePath([{ x: 0, y: 0 }], 10)).toBe('M-10 0a10 10 0 1 1 20 0a10 10 0 1 1 -20 0Z');
  });

  it('has an arc and a waist for each person on the hull', () => {
    const triangle = [
      { x: 0, y: 0 },
      { x: 60, y: 0 },
      { x: 30, y: 50 },
    ] as const;
    expect(count(bubblePath(triangle), 'A')).toBe(6);
  });

  it('leaves out who stands inside', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 90, y: 0 },
      { x: 90, y: 90 },
      { x: 0, y: 90 },
    ] as const;
    expect(bubblePath([...square, { x: 45, y: 45 }])).toBe(bubblePath(square));
  });

  it('does not depend on the order of people', () => {
    const [a, b] = [
      { x: 3, y: 8 },
      { x: 50, y: 20 },
    ];
    expect(bubblePath([a, b])).toBe(bubblePath([b, a]));
  });
});
