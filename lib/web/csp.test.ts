import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './csp.ts';

const policy = (realtimeUrl: string | null, isDev = false) =>
  new Map(
    contentSecurityPolicy({ nonce: 'n0nce', realtimeUrl, isDev })
      .split('; ')
      .map((directive) => {
        const [name, ...sources] = directive.split(' ');
        return [name, sources];
      }),
  );

describe('content security policy', () => {
  it('runs scripts by nonce only', () => {
    expect(policy(null).get('script-src')).toEqual([`'nonce-n0nce'`, `'strict-dynamic'`]);
    expect(policy(null).get('object-src')).toEqual([`'none'`]);
    expect(policy(null).get('base-uri')).toEqual([`'none'`]);
    expect(policy(null).get('frame-ancestors')).toEqual([`'none'`]);
  });

  it('evaluates text in development only', () => {
    expect(policy(null, true).get('script-src')).toContain(`'unsafe-eval'`);
  });

  it('connects to its own origin and to the realtime server', () => {
    expect(policy(null).get('connect-src')).toEqual([`'self'`]);
    expect(policy('https://rt.example').get('connect-src')).toEqual([
      `'self'`,
      'https://rt.example',
      'wss://rt.example',
    ]);
    expect(policy('http://localhost:3001').get('connect-src')).toContain('ws://localhost:3001');
  });
});
