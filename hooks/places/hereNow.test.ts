import { describe, expect, it } from 'vitest';
import { aroundNow, countAround, hereNow } from './hereNow.ts';
import { testSpace } from './testing/testSpace.ts';

const mira = { id: 'm', name: 'Mira', cast: 'mira' };
const amara = { id: 'a', name: 'Amara', cast: 'amara' };
const hugo = { id: 'h', name: 'Hugo', cast: 'hugo' };

describe('who is in a space', () => {
  it('is called by name up to two, counted beyond, and unknown where nobody could be asked', () => {
    expect(hereNow(null)).toEqual({ kind: 'unknown' });
    expect(hereNow({ count: 0, people: [] })).toEqual({ kind: 'nobody' });
    expect(hereNow({ count: 1, people: [mira] })).toEqual({ kind: 'one', name: 'Mira' });
    expect(hereNow({ count: 2, people: [mira, hugo] })).toEqual({
      kind: 'two',
      first: 'Mira',
      second: 'Hugo',
    });
    expect(hereNow({ count: 9, people: [mira, hugo] })).toEqual({ kind: 'many', count: 9 });
  });

  it('is counted where fewer names came than people are inside', () => {
    expect(hereNow({ count: 2, people: [mira] })).toEqual({ kind: 'many', count: 2 });
  });
});

describe('who is around', () => {
  const studio = testSpace({ presence: { count: 3, people: [mira, hugo, amara] } });
  const cabin = testSpace({ slug: 'cabin', name: 'Cabin', presence: { count: 1, people: [hugo] } });
  const quiet = testSpace({ slug: 'quiet', presence: null });

  it('names each person once, by name, and leaves me out', () => {
    const around = aroundNow([studio, cabin, quiet], mira.id);
    expect(around.map(({ person, space }) => `${person.name}: ${space.name}`)).toEqual([
      'Amara: Harbour Studio',
      'Hugo: Harbour Studio',
    ]);
  });

  it('adds up what is known', () => {
    expect(countAround([studio, cabin, quiet])).toBe(4);
  });
});
