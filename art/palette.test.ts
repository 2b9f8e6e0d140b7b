import { describe, expect, it } from 'vitest';
import { dayPalette, nightPalette, toHex } from './palette.ts';

/** Every text below an object, with the path to it. */
function leaves(value: unknown, path = ''): [path: string, text: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

function colours(palette: object): [path: string, text: unknown][] {
  return leaves(palette).filter(([path]) => path !== '.theme');
}

describe('palettes', () => {
  const day = dayPalette();
  const night = nightPalette();

  it.each([
    ['day', day],
    ['night', night],
  ])('%s holds only #rrggbb', (_name, palette) => {
    for (const [path, text] of colours(palette)) expect(text, path).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('have the same keys by day and by night', () => {
    expect(colours(night).map(([path]) => path)).toEqual(colours(day).map(([path]) => path));
  });

  it('keep the colour of nearness at night', () => {
    expect(night.near).toBe(day.near);
  });

  it('darken rooms more than people', () => {
    const brightness = (hex: string) => Number.parseInt(hex.slice(3, 5), 16);
    expect(brightness(night.white)).toBeLessThan(brightness(night.cloths.white.base));
  });
});

describe('toHex', () => {
  it.each([
    { colour: [0, 0, 0], hex: '#000000' },
    { colour: [1, 0, 0], hex: '#ffffff' },
    { colour: [0.627955, 0.257683, 29.2339], hex: '#ff0000' },
    { colour: [0.452014, 0.313214, 264.052], hex: '#0000ff' },
  ] as const)('turns $colour into $hex', ({ colour, hex }) => {
    expect(toHex(colour)).toBe(hex);
  });
});
