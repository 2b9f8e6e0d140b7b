import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { slugSchema } from '#lib/protocol/rest/common.ts';
import { isReservedSlug, slugCandidates, slugOf } from './slugs.ts';

describe('slugs', () => {
  it.each([
    ['Harbour Studio', 'harbour-studio'],
    ['  Café — Überblick!  ', 'cafe-uberblick'],
    ['Straße Łódź Ærø', 'strasse-lodz-aero'],
    ['ﬁne ①', 'fine-1'],
    ['会議室', 'space'],
    ['🎉', 'space'],
    ['A', 'space'],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a'.repeat(60), 'a'.repeat(40)],
  ])('%j suggests %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('never look like an id', () => {
    const id = uuidv7();
    for (const slug of slugCandidates(id)) expect(slug).not.toBe(id);
    expect(slugCandidates(id)).not.toHaveLength(0);
  });

  it('leave reserved words to pages', () => {
    expect(slugOf('New')).toBe('new');
    expect(slugCandidates('New')[0]).toBe('new-2');
    expect(isReservedSlug('settings')).toBe(true);
  });

  it('have the right form, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const candidates = slugCandidates(name);
        expect(candidates.length).toBeGreaterThanOrEqual(7);
        for (const slug of candidates) expect(slugSchema.safeParse(slug).success).toBe(true);
      }),
    );
  });
});
