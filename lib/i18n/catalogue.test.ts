import { describe, expect, it } from 'vitest';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

type Tree = { [key: string]: string | Tree };

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

const english = flatten(en);
const german = flatten(de);

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
