import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completed, mentionsIn, openWordAt, splitMentions } from './mentions.ts';

const people = [
  { id: '1', name: 'Mira' },
  { id: '2', name: 'Mira Lind' },
  { id: '3', name: 'Zoë (she)' },
];

describe('who is meant by a text', () => {
  it.each([
    ['hello @Mira', ['1']],
    ['@mira lind and @Mira', ['2', '1']],
    ['@Zoë (she), look', ['3']],
    ['@Mirabelle', []],
    ['mail@Mira', []],
    ['@Mira @Mira', ['1']],
    ['@', []],
  ])('%s', (text, ids) => expect(mentionsIn(text, people)).toEqual(ids));

  it('cutting a text loses nothing of it', () => {
    const mentions = people.map(({ id, name }) => ({ userId: id, name }));
    const words = fc.array(fc.constantFrom('@', 'Mira', ' Lind', ' ', 'x', '\n'), { maxLength: 20 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const cut = splitMentions(text, mentions).map((part) =>
          part.kind === 'text' ? part.text : `@${part.name}`,
        );
        expect(cut.join('')).toBe(text);
      }),
    );
  });
});

describe('the word that is being written', () => {
  it.each([
    ['@', { sign: '@', query: '', from: 0 }],
    ['hi @mi', { sign: '@', query: 'mi', from: 3 }],
    ['hi @mira li', { sign: '@', query: 'mira li', from: 3 }],
    ['(@m', { sign: '@', query: 'm', from: 1 }],
    [':sm', { sign: ':', query: 'sm', from: 0 }],
    ['12:30', null],
    [': no', null],
    [':s', null],
    ['mail@a', null],
    ['@ x', null],
    ['@one two three four', null],
    ['no', null],
  ])('%j', (text, word) => expect(openWordAt(text, text.length)).toEqual(word));

  it('is replaced where it stands, with a gap behind it', () => {
    expect(completed('hi @mi, you', 6, { sign: '@', query: 'mi', from: 3 }, '@Mira')).toEqual({
      text: 'hi @Mira , you',
      caret: 9,
    });
    expect(completed('@mi you', 3, { sign: '@', query: 'mi', from: 0 }, '@Mira')).toEqual({
      text: '@Mira you',
      caret: 6,
    });
  });
});
