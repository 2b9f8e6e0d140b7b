import { describe, expect, it } from 'vitest';
import { RestError } from '#lib/client/rest/RestError.ts';
import { createToasts } from '../toasts.ts';
import { type Act, createActs } from './acts.ts';

function setUp() {
  const toasts = createToasts();
  const acts = createActs(toasts);
  const titles = () => toasts.store.getState().map(({ title }) => title);
  return { acts, titles };
}

const act = (perform: Act['perform'], key = 'a'): Act => ({
  key,
  perform,
  refused: ({ code }) => ({ key: 'refused', title: code, tone: 'bad' }),
});

describe('acts', () => {
  it('says what was done and is pending meanwhile', async () => {
    const { acts, titles } = setUp();
    const running = acts.run(act(async () => ({ key: 'done', title: 'done' })));
    expect([...acts.store.getState()]).toEqual(['a']);
    await running;
    expect([...acts.store.getState()]).toEqual([]);
    expect(titles()).toEqual(['done']);
  });

  it('ignores a second run of the same key meanwhile, and not of another', async () => {
    const { acts } = setUp();
    let runs = 0;
    const count = async () => {
      runs += 1;
      return null;
    };
    await Promise.all([acts.run(act(count)), acts.run(act(count)), acts.run(act(count, 'b'))]);
    expect(runs).toBe(2);
  });

  it('says that it was refused, and lets it be tried again', async () => {
    const { acts, titles } = setUp();
    const refused = act(() => Promise.reject(new RestError('forbidden', 403, 'no')));
    await acts.run(refused);
    expect(titles()).toEqual(['forbidden']);
    expect(acts.store.getState().size).toBe(0);
  });

  it('lets a bug be one', async () => {
    const { acts } = setUp();
    await expect(acts.run(act(() => Promise.reject(new TypeError('bug'))))).rejects.toThrow('bug');
    expect(acts.store.getState().size).toBe(0);
  });
});
