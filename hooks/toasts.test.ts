import { describe, expect, it } from 'vitest';
import { createToasts } from './toasts.ts';

describe('createToasts', () => {
  it('replaces a toast of the same key and keeps the newest three', () => {
    const toasts = createToasts();
    for (const key of ['a', 'b', 'a', 'c', 'd']) toasts.show({ key, title: key });
    expect(toasts.store.getState().map(({ key }) => key)).toEqual(['a', 'c', 'd']);
  });

  it('dismisses by key', () => {
    const toasts = createToasts();
    toasts.show({ key: 'a', title: 'a' });
    toasts.dismiss('a');
    expect(toasts.store.getState()).toEqual([]);
  });
});
