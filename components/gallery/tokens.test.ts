import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { colourGroups, radii, shadows, typeSizes } from './tokens.ts';

const theme = readFileSync(join(import.meta.dirname, '../../app/styles/theme.css'), 'utf8');
const namesOf = (pattern: RegExp): string[] =>
  [...theme.matchAll(pattern)].map((match) => match[1] ?? '').sort();

it('the gallery shows every colour of the theme, on its own or as the text on one', () => {
  const tokens = Object.values(colourGroups).flat();
  const shown = new Set(tokens.flatMap(({ name, text = name }) => [name, text]));
  expect([...shown].sort()).toEqual(namesOf(/--color-([\w-]+):/g));
});

it('and every size, radius and shadow', () => {
  const sizes = new Set(typeSizes.flatMap(({ className }) => className.match(/text-\d+/g) ?? []));
  expect([...sizes].sort()).toEqual(namesOf(/--(text-\d+):/g));
  expect(
    radii.flatMap(({ px, name }) => (px === null ? [] : [name.slice('rounded-'.length)])).sort(),
  ).toEqual(namesOf(/--radius-(\w+):/g));
  expect(shadows.map(({ name }) => name)).toEqual(namesOf(/--(shadow-\d):/g));
});
