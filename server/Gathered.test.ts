import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Gathered } from './Gathered.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('questions that are gathered', () => {
  test('what is asked in the same moment is asked once, and everybody gets the answer to theirs', async () => {
    const questions: (readonly number[])[] = [];
    const doubled = new Gathered<number, number>({
      most: 100,
      async ask(keys) {
        questions.push(keys);
        return keys.map((key) => key * 2);
      },
    });
    expect(await Promise.all([3, 1, 3].map((key) => doubled.get(key)))).toEqual([6, 2, 6]);
    expect(questions).toEqual([[3, 1, 3]]);
  });

  test('what is asked while a question is under way goes into the next, and is never answered by the former', async () => {
    let stored = 'old';
    const open: (() => void)[] = [];
    const texts = new Gathered<string, string>({
      most: 100,
      async ask(keys) {
        const read = stored;
        await new Promise<void>((resolve) => open.push(resolve));
        return keys.map(() => read);
      },
    });
    const before = texts.get('a');
    while (open.length < 1) await turn();
    stored = 'new';
    const after = [texts.get('a'), texts.get('b')];
    open[0]?.();
    expect(await before).toBe('old');
    while (open.length < 2) await turn();
    open[1]?.();
    expect(await Promise.all(after)).toEqual(['new', 'new']);
  });

  test('a failed question fails those who asked it, and nobody after them', async () => {
    let isBroken = true;
    const texts = new Gathered<string, string>({
      most: 100,
      async ask(keys) {
        if (isBroken) throw new Error('no connection');
        return [...keys];
      },
    });
    const settled = await Promise.allSettled(['a', 'b'].map((key) => texts.get(key)));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect(await texts.get('c')).toBe('c');
  });

  test('a question that hangs keeps only those who asked it', async () => {
    const texts = new Gathered<string, string>({
      most: 100,
      patienceMs: 5,
      ask: (keys) => (keys.includes('stuck') ? new Promise(() => undefined) : Promise.resolve([...keys])),
    });
    let isAnswered = false;
    void texts.get('stuck').then(() => {
      isAnswered = true;
    });
    await turn();
    expect(await Promise.all([texts.get('a'), texts.get('b')])).toEqual(['a', 'b']);
    expect(isAnswered).toBe(false);
  });

  test('an answer that is too short is a failure, not a mistaken one', async () => {
    const texts = new Gathered<string, string>({ most: 100, ask: async (keys) => keys.slice(1) });
    await expect(texts.get('a')).rejects.toThrow('1 keys were asked and 0 answered');
  });

  test('whoever asks whenever gets the answer to their key, in questions of the given size at most', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.nat(9), turns: fc.nat(3) }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (asks, most) => {
          const sizes: number[] = [];
          const named = new Gathered<number, string>({
            most,
            async ask(keys) {
              sizes.push(keys.length);
              await turn();
              return keys.map((key) => `key ${key}`);
            },
          });
          const answers: Promise<string>[] = [];
          for (const { key, turns } of asks) {
            for (let passed = 0; passed < turns; passed += 1) await turn();
            answers.push(named.get(key));
          }
          expect(await Promise.all(answers)).toEqual(asks.map(({ key }) => `key ${key}`));
          expect(sizes.every((size) => size >= 1 && size <= most)).toBe(true);
        },
      ),
      { numRuns: 60 },
    ));
});
