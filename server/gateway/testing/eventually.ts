import { expect } from 'vitest';

/** Waits until something is so; generous, because the machine may be busy with other tests. */
export function eventually<T>(read: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, { timeout: 10_000 });
}
