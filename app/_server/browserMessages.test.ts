import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '#lib/i18n/messages.ts';
import { listImports } from '../../scripts/imports/source-files.ts';
import { type Area, areaParts, pickMessages, sharedParts } from './browserMessages.ts';

const root = join(import.meta.dirname, '../..');
const catalogue = messagesOf('en');
/** Names acts such as `space.leave`, which only look like keys. */
const actNames = 'hooks/places/audit.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Whatever Next shows of a route, as paths from the project's folder. */
const shown = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|[\\/])(page|layout|error|loading|not-found)\.tsx$/.test(name))
  .map((name) => posix.join('app', name.replaceAll('\\', '/')));

/** A file of the interface and all that it imports of the interface. */
function reachOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !/^(app|components|hooks)\//.test(file) || !existsSync(join(root, file))) return seen;
  seen.add(file);
  for (const { target } of listImports(file, read(file))) if (target !== undefined) reachOf(target, seen);
  return seen;
}

/** Whether a text such as `door.lead` or `door.${` stands for a message. */
function isKey(text: string): boolean {
  const [part = '', rest = ''] = text.split(/\.(.*)/s);
  const first = rest.split(/[.$]/)[0] ?? '';
  const messages = Object.entries(catalogue).find(([name]) => name === part)?.[1];
  return messages !== undefined && (first === '' || first in messages);
}

/** Parts that a source asks for: by `useTranslations('door')`, or by whole keys such as `door.lead`. */
function askedIn(source: string): string[] {
  const named = [...source.matchAll(/useTranslations\('(\w+)/g)].map((match) => match[1] ?? '');
  const keys = [...source.matchAll(/['"`](\w+\.[\w.$]+)/g)].map((match) => match[1] ?? '').filter(isKey);
  return [...named, ...keys.map((key) => key.split('.')[0] ?? '')];
}

const askedBy = (file: string): Set<string> =>
  new Set([...reachOf(file)].flatMap((each) => (each === actNames ? [] : askedIn(read(each)))));

/** The areas whose words a file gets: from itself and from the layouts around it. */
function areasOf(file: string): Area[] {
  const layouts: string[] = [];
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    layouts.push(posix.join(folder, 'layout.tsx'));
  }
  const sources = [file, ...layouts].filter((each) => existsSync(join(root, each))).map(read);
  const names = sources.flatMap((source) => [...source.matchAll(/<Words of="(\w+)"/g)].map((m) => m[1]));
  return Object.keys(areaParts).filter((area): area is Area => names.includes(area));
}

describe('the messages that travel with a page', () => {
  it.each(shown)('%s has every part that its components ask for', (file) => {
    const sent = new Set<string>([...sharedParts, ...areasOf(file).flatMap((area) => areaParts[area])]);
    expect([...askedBy(file)].filter((part) => !sent.has(part))).toEqual([]);
  });

  it.each(Object.keys(areaParts) as Area[])('the words of %s are all asked for', (area) => {
    const asked = shown.filter((file) => areasOf(file).includes(area)).flatMap((file) => [...askedBy(file)]);
    expect(areaParts[area].filter((part) => !asked.includes(part))).toEqual([]);
  });

  it('are those parts of the catalogue and no others', () => {
    expect(pickMessages(catalogue, ['door', 'leave'])).toEqual({
      door: catalogue.door,
      leave: catalogue.leave,
    });
  });

  it('are found by this test at all', () => {
    expect(shown.length).toBeGreaterThan(30);
    expect(askedBy('app/space/[space]/page.tsx').size).toBeGreaterThan(20);
  });
});
