import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, searchedWords } from './excerpt.ts';

const marked = (content: string, query: string, most = 200) =>
  excerptOf(content, query, most)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('');

describe('what is looked for', () => {
  it.each([
    ['release notes', ['release', 'notes']],
    ['"release notes" -draft', ['release notes']],
    ['Café or tea', ['cafe', 'tea']],
    ['"open', ['open']],
    ['-"not this"', []],
    ['  ', []],
  ])('in %j is %j', (query, words) => expect(searchedWords(query)).toEqual(words));
});

describe('an excerpt', () => {
  it.each([
    ['The release notes are out', 'notes', 'The release [notes] are out'],
    ['Release and released', 'release', '[Release] and [release]d'],
    ['Das Café ist offen', 'cafe', 'Das [Café] ist offen'],
    ['unnoted', 'noted', 'unnoted'],
    ['a b c', '"a b"', '[a b] c'],
    ['two\n\nlines here', 'lines', 'two [lines] here'],
    ['nothing', '', 'nothing'],
    ['<b>bold</b>', 'b', '<[b]>[b]old</[b]>'],
  ])('of %j for %j reads %j', (content, query, text) => expect(marked(content, query)).toBe(text));

  it('stands around the first hit of a long text', () => {
    const text = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`;
    const excerpt = marked(text, 'needle', 100);
    expect(excerpt).toContain('[needle]');
    expect(excerpt.startsWith('… ')).toBe(true);
    expect(excerpt.endsWith(' …')).toBe(true);
    expect(excerpt.length).toBeLessThan(120);
  });

  it('never changes a word, whatever is looked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ maxLength: 20 }),
        (content, query) => {
          const whole = excerptOf(content, query, 1_000).map(({ text }) => text);
          expect(whole.join('')).toBe(content.replaceAll(/\s+/g, ' ').trim());
        },
      ),
    );
  });
});
