import { describe, expect, it } from 'vitest';
import { browserZone, knownZone } from './timeZone.ts';

describe('a time zone from a cookie or a profile', () => {
  it('is taken when this machine knows it', () => {
    expect(knownZone('Europe/Berlin')).toBe('Europe/Berlin');
    expect(knownZone(browserZone())).not.toBeNull();
  });

  it('is nothing otherwise', () => {
    for (const name of [undefined, '', 'Mars/Olympus', '../../etc', 'x'.repeat(65), 'Europe%2FBerlin']) {
      expect(knownZone(name)).toBeNull();
    }
  });
});
