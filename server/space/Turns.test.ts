import { describe, expect, it } from 'vitest';
import { Turns } from './Turns.ts';

describe('turns', () => {
  it('of one key come one after the other, whatever they take, and those of others do not wait', async () => {
    const turns = new Turns();
    const slow = Promise.withResolvers<void>();
    const log: string[] = [];
    const first = turns.run('a', async () => {
      await slow.promise;
      log.push('a1');
    });
    const second = turns.run('a', async () => log.push('a2'));
    await turns.run('b', async () => log.push('b1'));
    slow.resolve();
    await Promise.all([first, second]);
    expect(log).toEqual(['b1', 'a1', 'a2']);
  });

  it('go on after one that failed, which only its caller hears of', async () => {
    const turns = new Turns();
    const failing = turns.run('a', () => Promise.reject(new Error('away')));
    const next = turns.run('a', async () => 'done');
    await expect(failing).rejects.toThrow('away');
    expect(await next).toBe('done');
  });
});
