import { describe, expect, it } from 'vitest';
import {
  asMet,
  asSaved,
  hasUnsaved,
  isGroundOf,
  startEdit,
  unsaved,
  withChange,
  withoutChanges,
} from './edit.ts';

const stored = { name: 'Studio', capacity: '50' };

describe('an edit', () => {
  it('sends only what was changed, and nothing after a way back', () => {
    const edit = withChange(startEdit(stored), { name: 'Harbour' });
    expect(unsaved(edit)).toEqual({ name: 'Harbour' });
    expect(hasUnsaved(withoutChanges(edit))).toBe(false);
    expect(hasUnsaved(withChange(edit, { name: 'Studio' }))).toBe(false);
  });

  it('stands on what the server answered after a save', () => {
    const saved = asSaved({ name: 'Harbour', capacity: '50' }, '"2"');
    expect(hasUnsaved(saved)).toBe(false);
    expect(saved.etag).toBe('"2"');
  });

  it('sees that the ground has changed', () => {
    const edit = withChange(startEdit(stored), { name: 'Harbour' });
    expect(isGroundOf(edit, { ...stored })).toBe(true);
    expect(isGroundOf(edit, { ...stored, capacity: '20' })).toBe(false);
  });
});

describe('an edit that meets another', () => {
  it('keeps both where they touch different fields, and sends mine on top of theirs', () => {
    const mine = withChange(startEdit(stored), { name: 'Harbour' });
    const met = asMet(mine, { name: 'Studio', capacity: '20' }, '"2"');
    expect(met.values).toEqual({ name: 'Harbour', capacity: '20' });
    expect(met.meeting?.conflicts).toEqual([]);
    expect(unsaved(met)).toEqual({ name: 'Harbour' });
  });

  it('asks where both changed the same, with both values at hand', () => {
    const mine = withChange(startEdit(stored), { name: 'Harbour' });
    const met = asMet(mine, { name: 'Cabin', capacity: '50' }, '"2"');
    expect(met.meeting).toEqual({
      mine: { name: 'Harbour', capacity: '50' },
      theirs: { name: 'Cabin', capacity: '50' },
      conflicts: ['name'],
    });
    expect(hasUnsaved(withChange(met, { name: 'Cabin' }))).toBe(false);
  });
});
