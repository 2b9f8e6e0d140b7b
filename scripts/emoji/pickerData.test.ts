import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { locales } from '#lib/i18n/locales.ts';
import { emojiSchema } from '#lib/protocol/chat/inputs.ts';
import { pickerData } from './pickerData.ts';

const load = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

it.each(locales)('public/emoji/%s.json is what the script makes of its package', (locale) => {
  const data = pickerData(locale, {
    emojis: load(`emojibase-data/${locale}/data.json`),
    messages: load(`emojibase-data/${locale}/messages.json`),
    shortcodes: load('emojibase-data/en/shortcodes/github.json'),
  });
  expect(readFileSync(join(root, `public/emoji/${locale}.json`), 'utf8')).toBe(`${JSON.stringify(data)}\n`);
});

it('every emoji that can be picked is taken by the wire', () => {
  const { emojis } = JSON.parse(readFileSync(join(root, 'public/emoji/en.json'), 'utf8'));
  expect(emojis.length).toBeGreaterThan(1_500);
  const refused = emojis.filter(({ emoji }: { emoji: string }) => !emojiSchema.safeParse(emoji).success);
  expect(refused).toEqual([]);
});
