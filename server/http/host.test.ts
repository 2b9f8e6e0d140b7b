import { describe, expect, it } from 'vitest';
import { isHost } from './host.ts';

describe('a host', () => {
  it.each(['localhost:3000', '[::1]:3000', '192.0.2.1', 'a-b.example', 'vicinity.example.'])(
    'is %s',
    (host) => {
      expect(isHost(host)).toBe(true);
    },
  );

  it.each([
    ...[
      '',
      ' ',
      '-',
      '[',
      '[:::]',
      'a b',
      'a/b',
      'a?b',
      'a#b',
      'a@b',
      'a:b',
      'a:99999',
      '256.0.0.1',
      '<b>',
      'a\\b',
    ],
    'vicinity.example, evil.example',
  ])('is not %j', (text) => {
    expect(isHost(text)).toBe(false);
  });
});
