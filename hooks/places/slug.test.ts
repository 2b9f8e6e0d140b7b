import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, slugFrom, slugLengthMost, slugWhileTyping } from './slug.ts';

describe('the address of a space', () => {
  it('is made of the letters and numbers of its name', () => {
    expect(slugFrom('Harbour Studio')).toBe('harbour-studio');
    expect(slugFrom('  Café Grün & Söhne, 2. Stock ')).toBe('cafe-grun-sohne-2-stock');
    expect(slugFrom('Łódź')).toBe('lodz');
  });

  it('is empty where a name has too few of them', () => {
    for (const name of ['', 'a', 'ab', '工作室', '---']) expect(slugFrom(name)).toBe('');
  });

  it('never is an id', () => {
    expect(slugFrom('00000000-0000-4000-8000-000000000001')).toBe('');
  });

  it('is empty or one that the server takes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const slug = slugFrom(name);
        expect(slug === '' || isSlug(slug)).toBe(true);
      }),
    );
  });

  it('may end in a hyphen while somebody is still typing', () => {
    expect(slugWhileTyping('Reading room_')).toBe('reading-room-');
    expect(slugWhileTyping('x'.repeat(90))).toHaveLength(slugLengthMost);
  });
});
