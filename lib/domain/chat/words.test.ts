import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanedWords, wordsPattern } from './words.ts';

/** One of each kind that is treated in a way of its own. */
const signs = [
  ...[
    'a',
    ' ',
    '\n',
    '\r',
    '\t',
    '\0',
    '\u200b',
    '\u200d',
    '\u00ad',
    '\u2028',
    '\u202e',
    '\ufeff',
    '\ud83c',
    '\udff4',
  ],
  ...['🏴', '\u{e0067}', '\u{e007f}', '\u{e0001}', '👩'],
];
const england = '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';

it('takes out what nobody sees and keeps the rest', () => {
  expect(cleanedWords('\ufeffsoft\u00adhy\u200bphens\r\nand\u2028lines ')).toBe('softhyphens\nand\nlines');
  expect(cleanedWords(`👩\u200d👩\u200d👧 ${england} \tتست\u200cی`)).toBe(
    `👩\u200d👩\u200d👧 ${england} \tتست\u200cی`,
  );
  expect(cleanedWords('\u202egnp.exe')).toBe('gnp.exe');
});

it('lets a flag have no text behind it that nobody sees', () => {
  expect(wordsPattern.test(england)).toBe(true);
  expect(wordsPattern.test(`🏴${'\u{e0061}'.repeat(8)}\u{e007f}`)).toBe(false);
  expect(wordsPattern.test('\u{e0067}\u{e007f}')).toBe(false);
});

it('gives what a message may be made of, whatever comes, and changes nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...signs) }), (text) => {
      const cleaned = cleanedWords(text);
      expect(wordsPattern.test(cleaned)).toBe(true);
      expect(cleanedWords(cleaned)).toBe(cleaned);
    }),
  );
});
