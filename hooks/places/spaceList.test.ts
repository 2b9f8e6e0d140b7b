import { describe, expect, it } from 'vitest';
import { joined } from './pages.ts';
import { boardStateFrom, type SpacePage, spacesNamed, withFreshStart } from './spaceList.ts';
import { testSpace } from './testing/testSpace.ts';

const page = (ids: string, nextCursor: string | null): SpacePage => ({
  items: [...ids].map((id) => testSpace({ id })),
  nextCursor,
});
const idsOf = ({ items }: SpacePage) => items.map(({ id }) => id).join('');

describe('the list of my spaces', () => {
  it('takes a fresh beginning and keeps the later pages', () => {
    const fresh = withFreshStart(page('abcdef', 'f'), page('xab', 'b'));
    expect(idsOf(fresh)).toBe('xabdef');
    expect(fresh.nextCursor).toBe('f');
  });

  it('is what came where the whole list came', () => {
    expect(withFreshStart(page('abc', null), page('ac', null))).toEqual(page('ac', null));
  });

  it('takes a next page, with nothing twice', () => {
    expect(idsOf(joined(page('abc', 'c'), page('cd', null), ({ id }) => id))).toBe('abcd');
  });

  it('is searched by name', () => {
    const spaces = [testSpace({ name: 'Harbour Studio' }), testSpace({ name: 'Cabin' })];
    expect(spacesNamed(spaces, ' STUD').map(({ name }) => name)).toEqual(['Harbour Studio']);
    expect(spacesNamed(spaces, '')).toHaveLength(2);
  });

  it('shows the active ones unless the address says otherwise', () => {
    expect(boardStateFrom('deleted')).toBe('deleted');
    expect(boardStateFrom('gone')).toBe('active');
    expect(boardStateFrom(['archived', 'deleted'])).toBe('active');
    expect(boardStateFrom(undefined)).toBe('active');
  });
});
