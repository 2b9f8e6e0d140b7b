import { requireKey } from '../keys.ts';
import type { StoragePort } from '../StoragePort.ts';

/** A stream of bytes that are there already. */
function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.byteLength > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** Keeps files in memory, for tests. */
export function createMemoryStorage(): StoragePort {
  const files = new Map<string, Uint8Array>();
  return {
    async put(key, bytes) {
      requireKey(key);
      if (!files.has(key)) files.set(key, bytes.slice());
    },
    async get(key, range) {
      requireKey(key);
      const bytes = files.get(key);
      if (bytes === undefined) return null;
      const asked = range === undefined ? bytes : bytes.subarray(range.start, range.end + 1);
      return { sizeBytes: bytes.byteLength, stream: streamOf(asked.slice()) };
    },
    async remove(key) {
      requireKey(key);
      files.delete(key);
    },
  };
}
