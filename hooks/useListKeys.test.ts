import { describe, expect, it } from 'vitest';
import { stepInList } from './useListKeys.ts';

describe('keys in a list', () => {
  it('walk within it', () => {
    expect(stepInList('ArrowDown', 0, 3)).toBe(1);
    expect(stepInList('ArrowDown', 2, 3)).toBe(2);
    expect(stepInList('ArrowUp', 0, 3)).toBe(0);
    expect(stepInList('PageDown', 1, 30)).toBe(9);
    expect(stepInList('PageUp', 3, 30)).toBe(0);
  });

  it('lead nowhere in an empty list, and by letters', () => {
    expect(stepInList('ArrowDown', 0, 0)).toBeNull();
    expect(stepInList('a', 0, 3)).toBeNull();
  });
});
