import { describe, expect, it } from 'vitest';
import { guestRequestSchema } from '#lib/protocol/rest.ts';
import { readJson, refuseForeignOrigin } from './request.ts';

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://localhost:3000/', { method: 'POST', body, headers });

describe('origin of a request', () => {
  const check = (headers: Record<string, string>) => () =>
    refuseForeignOrigin(post(null, { host: 'vicinity.example:3000', ...headers }), ['https://other.example']);

  it.each([
    [{}],
    [{ origin: 'http://vicinity.example:3000' }],
    [{ origin: 'https://vicinity.example:3000' }],
    [{ origin: 'https://other.example' }],
    [{ origin: 'https://public.example', 'x-forwarded-host': 'public.example' }],
    [{ 'sec-fetch-site': 'same-origin' }],
  ])('is accepted: %o', (headers) => {
    expect(check(headers)).not.toThrow();
  });

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://vicinity.example' }],
    [{ origin: 'null' }],
    [{ origin: 'https://vicinity.example:3000.evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
  ])('is refused: %o', (headers) => {
    expect(check(headers)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });
});

describe('body of a request', () => {
  it('is parsed by the schema', async () => {
    expect(await readJson(post('{"name":"  Alice "}'), guestRequestSchema)).toEqual({ name: 'Alice' });
  });

  it.each([
    ['', 'bad_request'],
    ['{', 'bad_request'],
    ['[]', 'bad_request'],
    ['{"name":7}', 'bad_request'],
    ['{"name":""}', 'bad_request'],
    [`{"name":"a\\nb"}`, 'bad_request'],
    [`{"name":"${'x'.repeat(41)}"}`, 'bad_request'],
    [`{"name":"${'x'.repeat(20_000)}"}`, 'too_large'],
    [`${'['.repeat(16_000)}`, 'bad_request'],
  ])('%.30j is refused', async (body, code) => {
    await expect(readJson(post(body), guestRequestSchema)).rejects.toMatchObject({ code });
  });

  it('names the field that is wrong', async () => {
    await expect(readJson(post('{"name":""}'), guestRequestSchema)).rejects.toMatchObject({ path: 'name' });
  });
});
