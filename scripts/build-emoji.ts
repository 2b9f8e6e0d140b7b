import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { locales } from '../lib/i18n/locales.ts';
import { pickerData } from './emoji/pickerData.ts';

/** Writes what the emoji picker reads, one file a language, from the package `emojibase-data` to `public/emoji/`. */
const load = createRequire(import.meta.url);
const target = join(import.meta.dirname, '..', 'public', 'emoji');
mkdirSync(target, { recursive: true });
for (const locale of locales) {
  const data = pickerData(locale, {
    emojis: load(`emojibase-data/${locale}/data.json`),
    messages: load(`emojibase-data/${locale}/messages.json`),
    shortcodes: load('emojibase-data/en/shortcodes/github.json'),
  });
  const text = JSON.stringify(data);
  writeFileSync(join(target, `${locale}.json`), `${text}\n`);
  process.stdout.write(
    `emoji/${locale}.json  ${Math.ceil(text.length / 1024)} kB, ${data.emojis.length} emoji\n`,
  );
}
