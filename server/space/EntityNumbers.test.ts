import { describe, expect, it } from 'vitest';
import { EntityNumbers } from './EntityNumbers.ts';

describe('entity numbers', () => {
  it('come round again only after all others, and never while they are taken', () => {
    const numbers = new EntityNumbers();
    const kept = numbers.take();
    const freed = numbers.take();
    numbers.free(freed);
    for (let i = 0; i < 65_534; i += 1) {
      const next = numbers.take();
      expect(next).not.toBe(freed);
      numbers.free(next);
    }
    expect(numbers.take()).toBe(freed);
    expect(kept).not.toBe(freed);
  });

  it('run out after 65 536', () => {
    const numbers = new EntityNumbers();
    const all = new Set(Array.from({ length: 65_536 }, () => numbers.take()));
    expect(all.size).toBe(65_536);
    expect(() => numbers.take()).toThrow('taken');
  });
});
