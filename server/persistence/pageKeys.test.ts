import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { cutPage, readInstantKey, writeInstantKey } from './pageKeys.ts';

const instants = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('keys of pages', () => {
  it('are read as they were written, and fit into an address', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const place = { at, id: uuidv7() };
        const key = writeInstantKey(place);
        expect(key).toMatch(/^[A-Za-z0-9_-]{1,200}$/);
        expect(readInstantKey(key)).toEqual(place);
      }),
    );
  });

  it('that nobody wrote are refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readInstantKey(text)).toBeNull();
        expect(readInstantKey(Buffer.from(text).toString('base64url'))).toBeNull();
      }),
    );
  });

  it('are given while there is more', () => {
    const cut = (rows: number[]) => cutPage(rows, 2, (row) => -row, String);
    expect(cut([])).toEqual({ items: [], next: null });
    expect(cut([1, 2])).toEqual({ items: [-1, -2], next: null });
    expect(cut([1, 2, 3])).toEqual({ items: [-1, -2], next: '2' });
  });
});
