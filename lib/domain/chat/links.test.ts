import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksIn, previewOf, safeHref } from './links.ts';

describe('addresses that may be opened', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['http://example.org', 'http://example.org/'],
    ['mailto:mira@example.org', 'mailto:mira@example.org'],
    ['HTTPS://EXAMPLE.org/A', 'https://example.org/A'],
  ])('%s', (address, href) => expect(safeHref(address)).toBe(href));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//example.org',
    '/account',
    'example.org',
    'https://',
    'https://exa\u202emple.org/',
    'https://example.org/\u200b',
    'https://example.org/a b',
  ])('not %j', (address) => expect(safeHref(address)).toBeNull());
});

describe('what is shown of a link', () => {
  it.each([
    ['https://example.org/', 'example.org', ''],
    ['https://example.org:8443/a/b?c=1#d', 'example.org:8443', '/a/b?c=1'],
    ['https://bank.example@evil.example/login', 'evil.example', '/login'],
    ['https://müller.de/', 'müller.de', ''],
    ['https://日本語.jp/', '日本語.jp', ''],
    // A Cyrillic а in a Latin name, and a whole name of Cyrillic letters that look Latin.
    ['https://p\u0430ypal.com/', 'xn--pypal-4ve.com', ''],
    ['https://\u0430\u0440\u0440\u04cf\u0435.com/', 'xn--80ak6aa92e.com', ''],
    ['https://xn--a.com/', null, ''],
    ['https://192.168.0.1/x', '192.168.0.1', '/x'],
    ['https://[::1]/x', '[::1]', '/x'],
  ])('%s', (address, host, path) => {
    const preview = previewOf(address);
    if (host === null) expect(preview?.host ?? 'xn--a.com').toBe('xn--a.com');
    else expect(preview).toMatchObject({ host, path });
  });

  it('shortens a long path, and keeps escapes as they are', () => {
    expect(previewOf(`https://a.org/${'x'.repeat(500)}`)?.path).toHaveLength(60);
    expect(previewOf('https://a.org/%E2%80%AEexe.pdf')?.path).toBe('/%E2%80%AEexe.pdf');
  });

  it('says whether the way is closed to others', () => {
    expect(previewOf('http://a.org')?.isSecure).toBe(false);
    expect(previewOf('mailto:a@b.org')).toBeNull();
  });
});

describe('links in a text', () => {
  it.each([
    ['See https://a.org/x.', ['https://a.org/x']],
    ['(https://a.org/x) and https://a.org/x', ['https://a.org/x']],
    ['https://en.wikipedia.org/wiki/Go_(game)', ['https://en.wikipedia.org/wiki/Go_(game)']],
    ['**https://a.org**, https://b.org?', ['https://a.org', 'https://b.org']],
    ['javascript:alert(1) ftp://a.org nothing', []],
    ['<https://a.org>', ['https://a.org']],
  ])('%s', (text, links) => expect(linksIn(text)).toEqual(links));

  it('never throws, and finds nothing that may not be opened', () => {
    const signs = fc.constantFrom(
      'https://',
      'xn--',
      '.',
      'a',
      'я',
      '\u202e',
      ' ',
      '/',
      ')',
      '@',
      '-',
      '9',
      '日',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
        for (const link of linksIn(parts.join(''))) {
          const preview = previewOf(link);
          expect(preview?.host).not.toMatch(/[\u0400-\u04ff\u202e]/);
          expect(preview?.href).toMatch(/^https?:/);
        }
      }),
    );
  });
});
