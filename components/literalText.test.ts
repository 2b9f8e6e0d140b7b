import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name));
}

/** Attributes whose text somebody reads or hears. */
const readAttributes =
  /\b(?:aria-label|aria-description|alt|title|placeholder|label|lead|text)="([^"]*\p{L}[^"]*)"/gu;
/** Words between tags: a letter right after a tag's end, without a brace before the next tag. */
const wordsBetweenTags = /<[a-zA-Z][^<>]*[^=]>\s*([^<>{}]*\p{L}[^<>{}]*)\s*<\//gu;

function literalsOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  const found = [...code.matchAll(readAttributes), ...code.matchAll(wordsBetweenTags)];
  return found.map((match) => (match[1] ?? '').trim());
}

describe('what people read stands in the message catalogue', () => {
  for (const file of [...filesBelow('app'), ...filesBelow('components')]) {
    it(`${file} contains no text of its own`, () => {
      expect(literalsOf(readFileSync(join(root, file), 'utf8'))).toEqual([]);
    });
  }

  it('the scan sees text in both places', () => {
    expect(literalsOf('<p className="x">Hello there</p>')).toEqual(['Hello there']);
    expect(literalsOf('<img alt="A cat" />')).toEqual(['A cat']);
    expect(literalsOf('<p>{t("greeting")}</p>')).toEqual([]);
  });
});
