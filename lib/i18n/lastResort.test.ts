import { expect, it } from 'vitest';
import { lastResortWords } from './lastResort.ts';
import { locales } from './locales.ts';
import { messagesOf } from './messages.ts';

it('the last resort says what the catalogues say', () => {
  for (const locale of locales) {
    const { title, text, retry } = messagesOf(locale).errors;
    expect(lastResortWords[locale]).toEqual({ title, text, retry });
  }
});
