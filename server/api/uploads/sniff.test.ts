import { deflateRawSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';
import { mp4, wav, webm } from './testing/media.ts';
import { zipOf } from './testing/zip.ts';
import { safeTypeOf } from './types.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const unknown = 'application/octet-stream';

describe('the type of a file', () => {
  it.each<[string, Uint8Array, string]>([
    ['text', utf8('Grüße aus dem Hafen\n'), 'text/plain'],
    ['text that begins like a bitmap', utf8('BM is not a bitmap'), 'text/plain'],
    ['a script', utf8('alert(document.cookie)'), 'text/plain'],
    ['HTML', utf8('<!doctype html><script>alert(1)</script>'), unknown],
    ['HTML after blanks and a byte order mark', utf8('\ufeff \n\t<script>alert(1)</script>'), unknown],
    ['SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), unknown],
    ['XML', utf8('<?xml version="1.0"?><svg onload="alert(1)"/>'), unknown],
    ['an XSL page', utf8('<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>'), unknown],
    ['a page archive', utf8('From: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<script>'), 'text/plain'],
    ['bytes with a zero', new Uint8Array([72, 105, 0]), unknown],
    ['broken UTF-8', new Uint8Array([72, 0xff]), unknown],
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), unknown],
    ['PDF', utf8('%PDF-1.7\n%rest'), 'application/pdf'],
    ['gzip', gzipSync('hello'), 'application/gzip'],
    ['zip', zipOf('a.txt', deflateRawSync('hello'), 5), 'application/zip'],
    ['sound in WebM', webm('audio'), 'audio/webm'],
    ['video in WebM', webm('video', 'audio'), 'video/webm'],
    ['sound in MP4', mp4('isom', 'soun'), 'audio/mp4'],
    ['sound of Apple', mp4('M4A ', 'soun'), 'audio/mp4'],
    ['video in MP4', mp4('isom', 'vide', 'soun'), 'video/mp4'],
    ['WAV', wav(), 'audio/wav'],
  ])('%s', async (_, bytes, type) => {
    expect(await sniff(bytes)).toBe(type);
  });

  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('%s', async (format) => {
    const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .toFormat(format)
      .toBuffer();
    expect(await sniff(bytes)).toBe(`image/${format}`);
  });

  it('is found at once for an archive that unpacks to gigabytes', async () => {
    const zeros = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    for (const name of ['bomb.bin', '[Content_Types].xml', 'mimetype', 'word/document.xml']) {
      const startMs = performance.now();
      expect(await sniff(zipOf(name, zeros, 64 * 1024 * 1024))).toMatch(/^application\/(zip|octet-stream)$/);
      expect(performance.now() - startMs).toBeLessThan(1_000);
    }
  });

  it('is never one that a browser runs, whatever was written down', () => {
    for (const type of [
      'text/html',
      'image/svg+xml',
      'application/xhtml+xml',
      'text/javascript',
      'text/xml',
      '',
    ])
      expect(safeTypeOf(type)).toBe(unknown);
    expect(safeTypeOf('image/png')).toBe('image/png');
    expect(safeTypeOf('text/plain')).toBe('text/plain');
  });
});
