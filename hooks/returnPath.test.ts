import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPathFrom } from './returnPath.ts';

describe('the path to go on to', () => {
  it.each(['/spaces', '/space/demo?name=Mira', '/account/profile#top', '/'])('keeps %s', (path) => {
    expect(returnPathFrom(path)).toBe(path);
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    '/%2e//elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    'spaces',
    '',
    undefined,
  ])('refuses %j', (path) => {
    expect(returnPathFrom(path)).toBeNull();
  });

  it('refuses several values', () => {
    expect(returnPathFrom(['/spaces', '/account'])).toBeNull();
  });

  it('never leaves the site, whatever the address says', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '%2f',
      '%5c',
      'elsewhere.example',
      '?',
      '#',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = returnPathFrom(parts.join(''));
        if (path === null) return;
        expect(new URL(path, 'https://here.example/sign-in').origin).toBe('https://here.example');
        expect(path).toMatch(/^\/(?![/\\])/);
      }),
    );
  });
});
