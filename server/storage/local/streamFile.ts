import { type FileHandle, open } from 'node:fs/promises';

/** Bytes read at once. */
const chunkBytes = 65_536;

/**
 * A stretch of a file, both ends included. The file is opened when somebody begins to read and closed when they have
 * read all or give up. Fails when the file ends early.
 */
export function streamFile(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  let handle: FileHandle | null = null;
  let at = start;

  async function close(): Promise<void> {
    const opened = handle;
    handle = null;
    await opened?.close();
  }

  async function readOn(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    if (at > end) {
      await close();
      controller.close();
      return;
    }
    handle ??= await open(path, 'r');
    const chunk = new Uint8Array(Math.min(chunkBytes, end + 1 - at));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) throw new Error('the file is shorter than it was');
    at += bytesRead;
    controller.enqueue(chunk.subarray(0, bytesRead));
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          await readOn(controller);
        } catch (error) {
          await close();
          throw error;
        }
      },
      cancel: close,
    },
    // Nothing is read ahead, so nothing is left open when nobody reads.
    { highWaterMark: 0 },
  );
}
