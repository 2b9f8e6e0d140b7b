import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { Page, PageQuery, Store } from '../ports.ts';

/** How a file of the contract gets the store, which opens only when the tests run. */
export type StoreOf = () => Store;

/** What arrives must be what JSON carries: ports speak JSON values only. */
export function asJson<T>(value: T): T {
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  return value;
}

/** Instants of these tests: `at(0)` is now, `at(-1)` a minute before. Asked for twice, one number is one instant. */
const startMs = Date.now();
export const at = (minutes: number): string => new Date(startMs + minutes * 60_000).toISOString();

/** Stands for the hash of a secret; every call makes another one. */
export const newHash = (): string => uuidv7().replaceAll('-', '').repeat(2);

/** Reads a list to its end in pages of `limit`, and checks that none is longer. */
export async function readAll<Item>(
  list: (page: PageQuery) => Promise<Page<Item>>,
  limit: number,
): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page: Page<Item> = asJson(await list({ limit, after }));
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    after = page.next;
    if (after !== null) expect(after).toMatch(/^[A-Za-z0-9_-]{1,200}$/);
  } while (after !== null);
  return items;
}

/** Texts that would do harm wherever they were taken for something else than text. */
export const hostileTexts = [
  `Robert'); DROP TABLE users;--`,
  '#{1+1} {{7*7}} %s %n',
  '<script>alert(1)</script>',
  '"; SELECT pg_sleep(10); --',
  '\\x00 \\n',
  'İıß 👩‍🚀 مرحبا',
];

/** Keys that no list gave. */
export const strangeKeys = [
  '',
  'x',
  `' OR 1=1`,
  '../..',
  Buffer.from('now/then').toString('base64url'),
  Buffer.from(`infinity/${uuidv7()}`).toString('base64url'),
  Buffer.from(`0000-01-01T00:00:00.000Z/${uuidv7()}`).toString('base64url'),
];

export const count = <Item>(items: Item[], wanted: Item): number =>
  items.filter((item) => item === wanted).length;

export const unknownId = (): string => uuidv7();
