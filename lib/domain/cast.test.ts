import { describe, expect, it } from 'vitest';
import { CAST_IDS, castFor } from './cast.ts';

describe('castFor', () => {
  it.each([
    ['', 'priya'],
    ['a', 'ola'],
    ['b', 'priya'],
    ['3f0c7a52-1f0e-4d7c-9a53-0f4b6f1c2d11', 'ben'],
    ['3f0c7a52-1f0e-4d7c-9a53-0f4b6f1c2d12', 'samira'],
  ])('gives %j the same figure in every version', (id, figure) => {
    expect(castFor(id)).toBe(figure);
  });

  it('spreads people over the whole cast', () => {
    const figures = new Set(Array.from({ length: 400 }, (_, index) => castFor(`person-${index}`)));
    expect(figures.size).toBe(CAST_IDS.length);
  });

  it('has sixteen different figures', () => {
    expect(new Set(CAST_IDS).size).toBe(16);
  });
});
