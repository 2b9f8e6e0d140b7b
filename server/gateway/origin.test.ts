import { describe, expect, it } from 'vitest';
import { isAllowedOrigin } from './origin.ts';

const strict = { allowedOrigins: ['https://vicinity.example'], trustProxy: false };
const proxied = { ...strict, trustProxy: true };

describe('origins', () => {
  it.each([
    ['no origin: not a browser', { host: 'rt.example' }, strict, true],
    ['its own host', { host: 'rt.example:3001', origin: 'http://rt.example:3001' }, strict, true],
    [
      'its own host, the port left out',
      { host: 'rt.example:443', origin: 'https://rt.example' },
      strict,
      true,
    ],
    ['its own host on another port', { host: 'rt.example:3001', origin: 'http://rt.example' }, strict, false],
    ['a listed origin', { host: 'rt.example', origin: 'https://vicinity.example' }, strict, true],
    ['a listed host without TLS', { host: 'rt.example', origin: 'http://vicinity.example' }, strict, false],
    ['a foreign origin', { host: 'rt.example', origin: 'https://evil.example' }, strict, false],
    [
      'a host that only begins alike',
      { host: 'rt.example', origin: 'https://rt.example.evil.example' },
      strict,
      false,
    ],
    ['the null origin', { host: 'rt.example', origin: 'null' }, strict, false],
    ['no host', { origin: 'https://rt.example' }, strict, false],
    ['rubbish', { host: 'rt.example', origin: ':::' }, strict, false],
  ])('%s', (_name, headers, rules, expected) => {
    expect(isAllowedOrigin(headers, rules)).toBe(expected);
  });

  it('believes X-Forwarded-Host only behind our own proxy', () => {
    const headers = {
      host: 'pod-7:3001',
      origin: 'https://talk.example',
      'x-forwarded-host': 'talk.example, pod-7',
    };
    expect(isAllowedOrigin(headers, strict)).toBe(false);
    expect(isAllowedOrigin(headers, proxied)).toBe(true);
  });
});
