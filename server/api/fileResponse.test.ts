import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenFile } from './define.ts';
import { fileResponse, rangeOf } from './fileResponse.ts';

const content = new TextEncoder().encode('0123456789');

/** A file that counts how often it was opened. */
function fileOf(over: Partial<GivenFile> = {}) {
  const opened = { count: 0 };
  const file: GivenFile = {
    name: 'digits.txt',
    type: 'text/plain',
    sizeBytes: content.byteLength,
    contentHash: 'abc',
    open(range) {
      opened.count += 1;
      const bytes = range === undefined ? content : content.slice(range.start, range.end + 1);
      return Promise.resolve(new Blob([bytes]).stream());
    },
    ...over,
  };
  return { file, opened };
}

const get = (headers: Record<string, string> = {}, method = 'GET', over: Partial<GivenFile> = {}) =>
  fileResponse(new Request('http://here/', { method, headers }), fileOf(over).file);

describe('a file', () => {
  it('is an attachment that no browser runs, guesses at, or keeps without asking', async () => {
    const { status, headers } = await get();
    expect([status, Object.fromEntries(headers)]).toEqual([
      200,
      {
        'accept-ranges': 'bytes',
        'cache-control': 'private, no-cache, no-transform',
        'content-disposition': `attachment; filename="digits.txt"; filename*=UTF-8''digits.txt`,
        'content-length': '10',
        'content-security-policy': "sandbox; default-src 'none'",
        'content-type': 'text/plain; charset=utf-8',
        'cross-origin-resource-policy': 'same-origin',
        etag: '"abc"',
        'x-content-type-options': 'nosniff',
      },
    ]);
  });

  it.each([
    ['Über “uns”.pdf', `filename="_ber _uns_.pdf"; filename*=UTF-8''%C3%9Cber%20%E2%80%9Cuns%E2%80%9D.pdf`],
    [
      `a"b\\c%41'd(e)*.txt`,
      `filename="a_b_c_41'd(e)*.txt"; filename*=UTF-8''a%22b%5Cc%2541%27d%28e%29%2A.txt`,
    ],
    ['😀', `filename="__"; filename*=UTF-8''%F0%9F%98%80`],
  ])('named %j cannot leave its header', async (name, parts) => {
    const { headers } = await get({}, 'GET', { name });
    expect(headers.get('content-disposition')).toBe(`attachment; ${parts}`);
  });

  it('is not sent again while it is the same', async () => {
    const { file, opened } = fileOf();
    for (const known of ['"abc"', 'W/"abc"', '"x", "abc"', '*']) {
      const request = new Request('http://here/', {
        headers: { 'if-none-match': known, range: 'bytes=0-1' },
      });
      const answer = await fileResponse(request, file);
      expect([answer.status, await answer.text()]).toEqual([304, '']);
    }
    expect(opened.count).toBe(0);
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is not read when only its head is asked for', async () => {
    const { file, opened } = fileOf();
    const answer = await fileResponse(new Request('http://here/', { method: 'HEAD' }), file);
    expect([answer.headers.get('content-length'), opened.count]).toEqual(['10', 0]);
  });
});

describe('a stretch', () => {
  it.each([
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=7-999', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-999', '0123456789', 'bytes 0-9/10'],
  ])('%s', async (range, text, contentRange) => {
    const answer = await get({ range });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, contentRange]);
    expect(answer.headers.get('content-length')).toBe(String(text.length));
    expect(await answer.text()).toBe(text);
  });

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s begins behind the end', async (range) => {
    const answer = await get({ range });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    expect(await answer.json()).toMatchObject({ status: 416, code: 'bad_request' });
  });

  it.each([
    'bytes=4-2',
    'bytes=0-1,3-4',
    'bytes=-',
    'bytes=a-b',
    'lines=0-1',
    '',
    `bytes=${'9'.repeat(40)}-`,
  ])('%j is none: the whole file comes', async (range) => {
    const answer = await get({ range });
    expect([answer.status, await answer.text()]).toEqual([200, '0123456789']);
  });

  it('comes only of the content that the reader has', async () => {
    expect((await get({ range: 'bytes=0-1', 'if-range': '"abc"' })).status).toBe(206);
    expect((await get({ range: 'bytes=0-1', 'if-range': '"old"' })).status).toBe(200);
    expect((await get({ range: 'bytes=0-1', 'if-range': 'Wed, 21 Oct 2015 07:28:00 GMT' })).status).toBe(200);
  });

  it('always lies within the file', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(200)), fc.option(fc.nat(200)), fc.nat(100), (from, to, sizeBytes) => {
        const range = rangeOf(`bytes=${from ?? ''}-${to ?? ''}`, sizeBytes);
        if (range === null || range === 'unsatisfiable') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(sizeBytes);
      }),
    );
  });
});
