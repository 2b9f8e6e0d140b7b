import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterTerm } from '#lib/protocol/chat/views.ts';
import {
  isSameFilter,
  mergeFilters,
  pastedTerms,
  problemOfTerm,
  termsMost,
  withTerms,
} from './filterTerms.ts';

const refuse = (term: string): FilterTerm => ({ term, action: 'refuse' });
const review = (term: string): FilterTerm => ({ term, action: 'review' });
const list = fc.uniqueArray(fc.constantFrom('aa', 'bb', 'cc', 'dd', 'ee'), { maxLength: 5 }).chain((terms) =>
  fc.tuple(
    ...terms.map((term) =>
      fc.record({
        term: fc.constant(term),
        action: fc.constantFrom<FilterTerm['action']>('refuse', 'review'),
      }),
    ),
  ),
);

describe('a new term', () => {
  it.each([
    ['spam', null],
    [' ', 'short'],
    ['x', 'short'],
    ['x'.repeat(61), 'long'],
    ['spam\u202eram', 'signs'],
    ['  KNOWN ', 'double'],
  ])('%j is judged %s', (term, problem) => expect(problemOfTerm(term, [review('known')])).toBe(problem));

  it('finds no place in a full list', () => {
    const full = Array.from({ length: termsMost }, (_, index) => review(`term ${index}`));
    expect(problemOfTerm('one more', full)).toBe('full');
    expect(withTerms(full, ['one more'], 'review')).toHaveLength(termsMost);
  });

  it('may come with others, one on each line', () => {
    expect(pastedTerms(' one\r\n\r\ntwo words \n')).toEqual(['one', 'two words']);
    expect(withTerms([review('one')], ['One', 'two', 'x'], 'refuse')).toEqual([refuse('two'), review('one')]);
  });
});

describe('two edits of one list', () => {
  it('keep what either added and leave out what either removed', () => {
    const base = [review('a1'), review('b1'), review('c1')];
    const mine = [review('new'), review('a1'), review('b1')];
    const theirs = [review('b1'), review('c1'), refuse('other')];
    expect(mergeFilters(base, mine, theirs)).toEqual([review('new'), review('b1'), refuse('other')]);
  });

  it('take the action that was changed, and mine where both changed it', () => {
    expect(mergeFilters([review('aa')], [review('aa')], [refuse('aa')])).toEqual([refuse('aa')]);
    expect(mergeFilters([review('aa')], [refuse('aa')], [review('aa')])).toEqual([refuse('aa')]);
    expect(mergeFilters([], [refuse('aa')], [review('aa')])).toEqual([refuse('aa')]);
  });

  it('give mine when only I changed something, and theirs when only they did', () => {
    fc.assert(
      fc.property(list, list, (base, changed) => {
        expect(isSameFilter(mergeFilters(base, changed, base), changed)).toBe(true);
        expect(isSameFilter(mergeFilters(base, base, changed), changed)).toBe(true);
      }),
    );
  });
});
