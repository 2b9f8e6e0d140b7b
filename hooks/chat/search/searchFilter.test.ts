import { describe, expect, it } from 'vitest';
import { areDaysWrong, filterCount, isAsking, noSearch, queryOf, type SearchFilter } from './searchFilter.ts';

const filter = (over: Partial<SearchFilter>): SearchFilter => ({ ...noSearch, ...over });
const mira = { id: 'mira', name: 'Mira' };

describe('a search', () => {
  it.each([
    [{}, false],
    [{ words: '  ' }, false],
    [{ words: 'tea' }, true],
    [{ words: 'tea', has: 'image', from: mira }, true],
    [{ has: 'image', from: mira }, true],
    [{ roomId: 'room', firstDay: '2026-03-01' }, true],
    [{ roomId: 'room' }, false],
    [{ has: 'image', firstDay: '2026-03-02', lastDay: '2026-03-01' }, false],
    [{ words: 'tea', firstDay: '2026-03-02', lastDay: '2026-03-01' }, false],
  ] as const)('with %j is worth asking: %s', (over, is) => expect(isAsking(filter(over))).toBe(is));

  it('counts its filters', () => {
    expect(filterCount(filter({ words: 'tea' }))).toBe(0);
    expect(filterCount(filter({ roomId: 'room', from: mira, has: 'link', lastDay: '2026-03-01' }))).toBe(4);
    expect(areDaysWrong(filter({ firstDay: '2026-03-01', lastDay: '2026-03-01' }))).toBe(false);
  });

  it('asks for whole days of the time zone, the last one included', () => {
    const asked = queryOf(filter({ words: ' tea ', firstDay: '2026-03-01', lastDay: '2026-03-01' }), 'UTC');
    expect(asked).toMatchObject({
      query: 'tea',
      after: '2026-03-01T00:00:00.000Z',
      before: '2026-03-02T00:00:00.000Z',
    });
    expect(queryOf(noSearch, 'UTC').before).toBeUndefined();
  });
});
