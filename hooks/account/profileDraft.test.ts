import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, type ProfileDraft, patchOf, problemsOfDraft, rebase } from './profileDraft.ts';

const base: ProfileDraft = {
  name: 'Mira',
  cast: 'mira',
  status: '',
  availability: 'online',
  pronouns: 'she/her',
  language: null,
  timeZone: 'Europe/Berlin',
};

describe('what is sent of a profile', () => {
  it('is nothing when nothing changed', () => {
    expect(patchOf(base, { ...base })).toEqual({});
  });

  it('is what changed, without blanks at the ends; nothing written is null', () => {
    const mine = { ...base, name: ' Mira Voss ', pronouns: ' ', timeZone: null, status: 'Reading' };
    expect(patchOf(base, mine)).toEqual({
      name: 'Mira Voss',
      pronouns: null,
      timeZone: null,
      status: 'Reading',
    });
  });
});

describe('two edits at once', () => {
  it('of different fields go together', () => {
    const { draft, contested } = rebase(base, { ...base, status: 'Reading' }, { ...base, name: 'Mira V.' });
    expect(draft).toEqual({ ...base, status: 'Reading', name: 'Mira V.' });
    expect(contested).toEqual([]);
  });

  it('of the same field to different things have to be chosen between', () => {
    const { draft, contested } = rebase(base, { ...base, status: 'Reading' }, { ...base, status: 'Away' });
    expect(draft.status).toBe('Reading');
    expect(contested).toEqual(['status']);
  });

  it('of the same field to the same thing are one', () => {
    const mine = { ...base, status: 'Reading' };
    expect(rebase(base, mine, mine)).toEqual({ draft: mine, contested: [] });
  });

  it('lose nothing: every change of either stands in the result, mine where both changed', () => {
    const draft = fc.record({
      name: fc.constantFrom('Mira', 'M.'),
      cast: fc.constantFrom('mira', 'zoe'),
      status: fc.constantFrom('', 'Reading', 'Away'),
      availability: fc.constantFrom<ProfileDraft['availability']>('online', 'busy'),
      pronouns: fc.constantFrom('', 'she/her'),
      language: fc.constantFrom<ProfileDraft['language']>(null, 'de'),
      timeZone: fc.constantFrom(null, 'Europe/Berlin'),
    });
    fc.assert(
      fc.property(draft, draft, draft, (from, mine, theirs) => {
        const rebased = rebase(from, mine, theirs).draft;
        for (const field of changedFields(from, mine)) expect(rebased[field]).toBe(mine[field]);
        for (const field of changedFields(from, theirs)) {
          if (!changedFields(from, mine).includes(field)) expect(rebased[field]).toBe(theirs[field]);
        }
      }),
    );
  });
});

describe('what the server would refuse', () => {
  it('is told for each field', () => {
    expect(problemsOfDraft(base)).toEqual({});
    expect(problemsOfDraft({ ...base, name: ' ' })).toEqual({ name: 'nameMissing' });
    expect(problemsOfDraft({ ...base, name: '\u202ea', status: 'x'.repeat(81), pronouns: 'a\nb' })).toEqual({
      name: 'nameRefused',
      status: 'lineRefused',
      pronouns: 'lineRefused',
    });
  });
});
