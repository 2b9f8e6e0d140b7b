import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#lib/protocol/errors.ts';
import { type Locale, locales } from './locales.ts';
import { messagesOf } from './messages.ts';

type Tree = { [key: string]: string | Tree };

/** The files of one language with their parts, as they lie on the disk. */
function filesOf(locale: Locale): Map<string, Tree> {
  const folder = join(import.meta.dirname, locale);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]));
}

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const entries = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') entries.set(path, value);
    else for (const [inner, text] of flatten(value, path)) entries.set(inner, text);
  }
  return entries;
}

/** End of the brace that opens at `start`, by counting. */
function closing(message: string, start: number): number {
  let depth = 0;
  for (let i = start; i < message.length; i += 1) {
    if (message[i] === '{') depth += 1;
    if (message[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  throw new Error(`unbalanced braces in: ${message}`);
}

/** Names of the arguments of an ICU message; the branches of plural and select are messages themselves. */
function argumentsOf(message: string): string[] {
  const names: string[] = [];
  for (let i = message.indexOf('{'); i !== -1; i = message.indexOf('{', closing(message, i))) {
    const inner = message.slice(i + 1, closing(message, i));
    const [name = '', kind, ...branches] = inner.split(',');
    names.push(kind === undefined ? name.trim() : `${name.trim()}:${kind.trim()}`);
    const branchText = branches.join(',');
    for (let j = branchText.indexOf('{'); j !== -1; j = branchText.indexOf('{', closing(branchText, j))) {
      names.push(...argumentsOf(branchText.slice(j + 1, closing(branchText, j))));
    }
  }
  return names;
}

function placeholdersOf(message: string): string[] {
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...argumentsOf(message), ...tags])].sort();
}

const english = flatten(messagesOf('en'));
const german = flatten(messagesOf('de'));

describe('the files of the catalogues', () => {
  for (const locale of locales) {
    it(`${locale}: no two files have a part of the same name`, () => {
      const parts = [...filesOf(locale).values()].flatMap((file) => Object.keys(file));
      expect(parts.filter((part, index) => parts.indexOf(part) !== index)).toEqual([]);
    });

    it(`${locale}: every file is part of the catalogue`, () => {
      const parts = [...filesOf(locale).values()].flatMap((file) => Object.keys(file));
      expect(Object.keys(messagesOf(locale)).sort()).toEqual(parts.sort());
    });
  }

  it('lie under the same names in every language, with the same parts', () => {
    const shapeOf = (locale: Locale) =>
      [...filesOf(locale)].map(([name, file]) => `${name}: ${Object.keys(file).sort()}`).sort();
    for (const locale of locales) expect(shapeOf(locale), locale).toEqual(shapeOf('en'));
  });
});

it('there is a sentence for every refusal, and for none that does not exist', () => {
  for (const locale of locales) {
    const failures = [...errorCodes, 'offline', 'timeout'].sort();
    expect(Object.keys(messagesOf(locale).refusals).sort(), locale).toEqual(failures);
  }
});

describe('the message catalogues', () => {
  it('have the same keys', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have the same placeholders in each message', () => {
    for (const [key, message] of english) {
      expect(placeholdersOf(german.get(key) ?? ''), key).toEqual(placeholdersOf(message));
    }
  });

  it('have no empty message, no exclamation mark and no straight quotation mark', () => {
    for (const [key, message] of [...english, ...german]) {
      expect(message.trim(), key).not.toBe('');
      expect(message, key).not.toMatch(/[!"]/);
    }
  });
});
