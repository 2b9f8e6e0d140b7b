import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from './cleanName.ts';
import { plainText, unknownType } from './types.ts';

describe('names of files', () => {
  it.each([
    ['notes.txt', 'notes.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Eve\\report.pdf', 'report.pdf'],
    ['/', 'file'],
    ['', 'file'],
    ['..', 'file'],
    [' . ', 'file'],
    ['\u200b\u00ad', 'file'],
    ['a\u0000b\r\nc.txt', 'abc.txt'],
    ['photo\u202egnp.exe', 'photognp.exe'],
    ['half \ud800.txt', 'half .txt'],
    ['u\u0308ber.txt', 'über.txt'],
    ['two   blanks\u2028.txt', 'two blanks.txt'],
    ['ends in dots...', 'ends in dots'],
    ['.hidden', '.hidden'],
    ['<img src=x onerror=alert(1)>.txt', '<img src=x onerror=alert(1)>.txt'],
    ['"quoted"; filename=x.exe', '"quoted"; filename=x.exe'],
    ['👩‍💻.txt', '👩‍💻.txt'],
  ])('%j becomes %j', (given, name) => {
    expect(cleanName(given, plainText)).toBe(name);
  });

  it.each([
    ['cat.png', 'image/png', 'cat.png'],
    ['CAT.JPEG', 'image/jpeg', 'CAT.JPEG'],
    ['cat.html', 'image/png', 'cat.html.png'],
    ['cat', 'image/gif', 'cat.gif'],
    ['cat.jpg', 'image/png', 'cat.png'],
    ['cat.avif', 'image/webp', 'cat.webp'],
    ['', 'image/webp', 'file.webp'],
    ['voice.exe', 'audio/webm', 'voice.exe.webm'],
    ['page.html', unknownType, 'page.html'],
  ])('%j of %s ends truly: %j', (given, type, name) => {
    expect(cleanName(given, type)).toBe(name);
  });

  it('are cut to 120 units between characters, and keep their ending', () => {
    expect(cleanName(`${'x'.repeat(300)}.tar.gz`, plainText)).toBe(`${'x'.repeat(117)}.gz`);
    expect(cleanName(`${'x'.repeat(115)}😀😀.txt`, plainText)).toBe(`${'x'.repeat(115)}.txt`);
    expect(cleanName('y'.repeat(300), 'image/png')).toBe(`${'y'.repeat(116)}.png`);
  });

  it('are never empty, long, or more than one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        for (const type of [plainText, 'image/png']) {
          const name = cleanName(given, type);
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(120);
          expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        }
      }),
    );
  });
});
