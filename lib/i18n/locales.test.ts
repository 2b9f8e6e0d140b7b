import { describe, expect, it } from 'vitest';
import { directionOf, pickLocale } from './locales.ts';

describe('pickLocale', () => {
  it('takes the chosen language before the wishes', () => {
    expect(pickLocale('de', 'en')).toBe('de');
  });

  it('weighs the wishes of the browser', () => {
    expect(pickLocale(undefined, 'fr;q=0.9, de;q=0.8, en;q=0.7')).toBe('de');
    expect(pickLocale(undefined, 'en;q=0.2,de-AT')).toBe('de');
  });

  it('skips what is refused with q=0 and falls back to the default', () => {
    expect(pickLocale(undefined, 'de;q=0')).toBe('en');
    expect(pickLocale('xx', null)).toBe('en');
  });
});

describe('directionOf', () => {
  it('knows both directions', () => {
    expect(directionOf('de')).toBe('ltr');
    expect(directionOf('he')).toBe('rtl');
  });
});
