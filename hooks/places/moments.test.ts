import { createFormatter, createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import type { Locale } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import { daysAgo, momentWords } from './moments.ts';

const now = new Date('2026-03-11T09:00:00Z');

function words(locale: Locale, instant: string, timeZone = 'UTC'): string {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'moments' });
  const format = createFormatter({ locale, timeZone });
  return momentWords(t, format, new Date(instant), { now, timeZone });
}

describe('moments', () => {
  it('counts midnights, not hours', () => {
    expect(daysAgo(new Date('2026-03-10T23:59:00Z'), { now, timeZone: 'UTC' })).toBe(1);
    expect(daysAgo(new Date('2026-03-10T23:59:00Z'), { now, timeZone: 'Europe/Berlin' })).toBe(0);
    expect(daysAgo(new Date('2026-03-12T00:01:00Z'), { now, timeZone: 'UTC' })).toBe(-1);
  });

  it('says near days in words, in both languages', () => {
    expect(words('de', '2026-03-10T18:40:00Z')).toBe('gestern, 18:40');
    expect(words('en', '2026-03-11T08:05:00Z')).toMatch(/^today, 8:05/);
    expect(words('en', '2026-03-12T08:05:00Z')).toMatch(/^tomorrow, 8:05/);
  });

  it('says the weekday within a week and the date beyond', () => {
    expect(words('en', '2026-03-08T18:40:00Z')).toMatch(/^Sunday, 6:40/);
    expect(words('de', '2026-02-03T18:40:00Z')).toBe('03.02.2026, 18:40');
  });

  it('goes by the clocks of the time zone', () => {
    expect(words('de', '2026-03-10T18:40:00Z', 'Asia/Tokyo')).toBe('heute, 03:40');
  });
});
