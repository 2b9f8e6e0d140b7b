import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FilterTerm, foldForFilter, matchTerm } from './filter.ts';

const refuse = (term: string): FilterTerm => ({ term, action: 'refuse' });
const review = (term: string): FilterTerm => ({ term, action: 'review' });

describe('the filter', () => {
  it.each([
    ['scam', 'This is a SCAM.'],
    ['scam', 'sc\u200bam'],
    ['scam', 's\u00adc\u2060am'],
    ['scam', 's\u3164cam'],
    ['scam', 'ѕсаm'],
    ['scam', 'ｓｃａｍ'],
    ['scam', '𝓼𝓬𝓪𝓶'],
    ['scam', 's\u0336c\u0336a\u0336m\u0336'],
    ['crème', 'CREME brûlée'],
    ['creme', 'cre\u0300me'],
    ['Straße', 'strasse'],
    ['buy now', 'buy \n\t now'],
    ['c++', 'I like c++, really'],
    ['http://bad.example', 'see http://bad.example/x'],
    ['İstanbul', 'istanbul'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['禁止', 'これは禁止です'],
    ['मूर्ख', 'तुम मूर्ख हो'],
    ['🖕', 'so 🖕🖕'],
  ])('finds %j in %j', (term, text) => {
    expect(matchTerm(text, [refuse(term)])?.term).toBe(term);
  });

  it.each([
    ['ass', 'a class of glass'],
    ['hell', 'hello'],
    ['scam', 's c a m'],
    ['की', 'का'],
    ['がき', 'かき'],
    ['\u200b\u200b', 'anything'],
    ['\u0301\u0301', 'anything'],
    ['gif', 'γιφ'],
    ['.*', 'anything'],
    ['a𝒷', 'a'],
  ])('does not find %j in %j', (term, text) => {
    expect(matchTerm(text, [refuse(term)])).toBeNull();
  });

  it('goes on after a part of a word', () => {
    expect(matchTerm('hello hell', [refuse('hell')])?.term).toBe('hell');
  });

  it('says a refusal before a review, else the first', () => {
    expect(matchTerm('one two three', [review('one'), refuse('three')])?.term).toBe('three');
    expect(matchTerm('one two three', [review('two'), review('one')])?.term).toBe('two');
    expect(matchTerm('one', [])).toBeNull();
  });

  it('finds every term between spaces, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.string(), (term, rest) => {
        fc.pre(foldForFilter(term) !== '');
        expect(matchTerm(`x ${term} ${rest}`, [review(term)])).not.toBeNull();
      }),
    );
  });

  it('folds what is folded to itself', () => {
    const sign = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));
    fc.assert(
      fc.property(fc.string({ unit: sign }), (text) => {
        const folded = foldForFilter(text);
        expect(foldForFilter(folded)).toBe(folded);
      }),
    );
  });

  it('takes 500 terms over the longest message in little time', () => {
    const terms = Array.from({ length: 500 }, (_, i) => review(`${'a'.repeat(50)}${i}`));
    const text = 'a'.repeat(2_000);
    matchTerm(text, terms);
    const startMs = performance.now();
    for (let i = 0; i < 10; i++) matchTerm(text, terms);
    expect((performance.now() - startMs) / 10).toBeLessThan(50);
  });
});
