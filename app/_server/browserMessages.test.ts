import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '#lib/i18n/messages.ts';
import { browserMessages, serverParts } from './browserMessages.ts';

const root = join(import.meta.dirname, '../..');

/** Parts that components ask for by `useTranslations`. */
function askedParts(): Set<string> {
  const files = ['app', 'components', 'hooks'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(root, folder, name)),
  );
  const calls = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/useTranslations\('(\w+)[.'\w]*\)/g),
  ]);
  return new Set(calls.map((call) => call[1] ?? ''));
}

describe('the messages that travel with a page', () => {
  it('lack the parts of the server and nothing else', () => {
    const all = messagesOf('en');
    const sent = Object.keys(browserMessages(all));
    expect(
      Object.keys(all)
        .filter((part) => !sent.includes(part))
        .sort(),
    ).toEqual([...serverParts].sort());
  });

  it('hold every part that a component asks for', () => {
    const sent = browserMessages(messagesOf('en'));
    const asked = [...askedParts()];
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((part) => !(part in sent))).toEqual([]);
  });
});
