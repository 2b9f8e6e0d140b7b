import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, mergeEdits } from './threeWay.ts';

const base = { name: 'Studio', capacity: 50, hasResident: false };

describe('two edits at once', () => {
  it('are both kept where they touch different fields', () => {
    const merge = mergeEdits(base, { ...base, name: 'Harbour' }, { ...base, capacity: 20 });
    expect(merge).toEqual({ merged: { ...base, name: 'Harbour', capacity: 20 }, conflicts: [] });
  });

  it('are a question where they touch the same one, and none where they agree', () => {
    const mine = { ...base, name: 'Harbour', capacity: 20 };
    expect(mergeEdits(base, mine, { ...base, name: 'Cabin', capacity: 20 })).toEqual({
      merged: mine,
      conflicts: ['name'],
    });
  });

  it('never lose what somebody changed', () => {
    const values = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) });
    fc.assert(
      fc.property(values, values, values, (start, mine, theirs) => {
        const { merged, conflicts } = mergeEdits(start, mine, theirs);
        for (const field of ['a', 'b', 'c'] as const) {
          const isMineChanged = mine[field] !== start[field];
          expect(merged[field]).toBe(isMineChanged ? mine[field] : theirs[field]);
          const isTheirsLost = theirs[field] !== start[field] && merged[field] !== theirs[field];
          expect(conflicts.includes(field)).toBe(isTheirsLost);
        }
      }),
    );
  });

  it('send only what was changed', () => {
    expect(changedFields(base, { ...base, capacity: 20 })).toEqual({ capacity: 20 });
    expect(changedFields(base, { ...base })).toEqual({});
  });
});
