import { expect, it } from 'vitest';
import { RestError } from '#lib/client/rest/RestError.ts';
import { createActionRunner } from './actionRunner.ts';

it('ignores a second run while the first is under way', async () => {
  const runner = createActionRunner();
  const first = Promise.withResolvers<string>();
  const running = runner.run(() => first.promise);
  expect(runner.store.getState()).toEqual({ isPending: true, error: null });
  let hasRun = false;
  const second = await runner.run(async () => {
    hasRun = true;
  });
  expect([second, hasRun]).toEqual([undefined, false]);
  first.resolve('done');
  expect(await running).toBe('done');
  expect(runner.store.getState()).toEqual({ isPending: false, error: null });
});

it('keeps a refusal until it is forgotten or tried again', async () => {
  const runner = createActionRunner();
  const refusal = new RestError('conflict', 409, 'taken');
  expect(await runner.run(() => Promise.reject(refusal))).toBeUndefined();
  expect(runner.store.getState()).toEqual({ isPending: false, error: refusal });
  runner.reset();
  expect(runner.store.getState().error).toBeNull();
  await runner.run(() => Promise.reject(refusal));
  expect(await runner.run(async () => 1)).toBe(1);
  expect(runner.store.getState().error).toBeNull();
});

it('lets bugs out and can be used again', async () => {
  const runner = createActionRunner();
  await expect(runner.run(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
  expect(runner.store.getState()).toEqual({ isPending: false, error: null });
  expect(await runner.run(async () => 2)).toBe(2);
});
