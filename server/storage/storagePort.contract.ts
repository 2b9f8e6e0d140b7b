import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyOf } from './keys.ts';
import type { StoragePort, StoredBytes } from './StoragePort.ts';

const bytesOf = async (stored: StoredBytes | null): Promise<Uint8Array | null> =>
  stored === null ? null : new Uint8Array(await new Response(stored.stream).arrayBuffer());

/** Larger than what is read at once. */
const large = (): Uint8Array => new Uint8Array(randomBytes(200_000));

/** What every implementation of `StoragePort` must do. */
export function describeStoragePort(name: string, create: () => StoragePort): void {
  describe(`storage: ${name}`, () => {
    it('1. gives back what was put, and its size', async () => {
      const storage = create();
      for (const bytes of [large(), new Uint8Array([7]), new Uint8Array(0)]) {
        await storage.put(keyOf(bytes), bytes);
        const stored = await storage.get(keyOf(bytes));
        expect(stored?.sizeBytes).toBe(bytes.byteLength);
        expect(await bytesOf(stored)).toEqual(bytes);
      }
    });

    it('2. knows nothing of what was not put', async () => {
      expect(await create().get(keyOf(large()))).toBeNull();
    });

    it('3. gives stretches, both ends included, and the size of the whole', async () => {
      const [storage, bytes] = [create(), large()];
      await storage.put(keyOf(bytes), bytes);
      for (const [start, end] of [
        [0, 0],
        [10, 20],
        [65_535, 65_536],
        [0, 199_999],
        [199_999, 199_999],
      ] as const) {
        const stored = await storage.get(keyOf(bytes), { start, end });
        expect(stored?.sizeBytes).toBe(200_000);
        expect(await bytesOf(stored)).toEqual(bytes.subarray(start, end + 1));
      }
    });

    it('4. takes the same file any number of times, also at once', async () => {
      const [storage, bytes] = [create(), large()];
      await Promise.all(Array.from({ length: 8 }, () => storage.put(keyOf(bytes), bytes)));
      await storage.put(keyOf(bytes), bytes);
      expect(await bytesOf(await storage.get(keyOf(bytes)))).toEqual(bytes);
    });

    it('5. keeps its own copy', async () => {
      const [storage, bytes] = [create(), new Uint8Array([1, 2, 3])];
      const key = keyOf(bytes);
      await storage.put(key, bytes);
      bytes.fill(9);
      expect(await bytesOf(await storage.get(key))).toEqual(new Uint8Array([1, 2, 3]));
    });

    it('6. removes, as often as it is asked to, and takes the file again', async () => {
      const [storage, bytes] = [create(), large()];
      await storage.put(keyOf(bytes), bytes);
      await storage.remove(keyOf(bytes));
      await storage.remove(keyOf(bytes));
      expect(await storage.get(keyOf(bytes))).toBeNull();
      await storage.put(keyOf(bytes), bytes);
      expect(await bytesOf(await storage.get(keyOf(bytes)))).toEqual(bytes);
    });

    it.each([
      '',
      '../../etc/passwd',
      'A'.repeat(64),
      `${'a'.repeat(63)}/`,
      'a'.repeat(65),
      `${'a'.repeat(64)}\n`,
    ])('7. %j is no name', async (key) => {
      const storage = create();
      await expect(storage.put(key, large())).rejects.toBeInstanceOf(TypeError);
      await expect(storage.get(key)).rejects.toBeInstanceOf(TypeError);
      await expect(storage.remove(key)).rejects.toBeInstanceOf(TypeError);
    });

    it('8. gives up a reading without harm', async () => {
      const [storage, bytes] = [create(), large()];
      await storage.put(keyOf(bytes), bytes);
      const reader = (await storage.get(keyOf(bytes)))?.stream.getReader();
      await reader?.read();
      await reader?.cancel();
      expect(await bytesOf(await storage.get(keyOf(bytes)))).toEqual(bytes);
    });
  });
}
