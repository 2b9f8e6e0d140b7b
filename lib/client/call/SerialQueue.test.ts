import { describe, expect, test } from 'vitest';
import { SerialQueue } from './SerialQueue.ts';

describe('SerialQueue', () => {
  test('1 operations do not interleave', async () => {
    const queue = new SerialQueue();
    const steps: string[] = [];
    const operation = (name: string) => async () => {
      steps.push(`${name} begins`);
      await Promise.resolve();
      steps.push(`${name} ends`);
    };
    await Promise.all([queue.run(operation('one')), queue.run(operation('two'))]);
    expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  test('2 a failure belongs to its caller and stops nobody else', async () => {
    const queue = new SerialQueue();
    const failed = queue.run(() => Promise.reject(new Error('no')));
    const next = queue.run(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });

  test('3 after the close nothing that waits is started', async () => {
    const queue = new SerialQueue();
    let hasRun = false;
    const waiting = queue.run(async () => {
      hasRun = true;
    });
    queue.close();
    await waiting;
    expect(hasRun).toBe(false);
  });
});
