import { describe, expect, it } from 'vitest';
import { testMessage } from '../testing/testMessage.ts';
import { pagesMost, readThread } from './readThread.ts';

const pageSize = 3;
const signal = new AbortController().signal;

/** A thread of this many messages, and after which numbers it was asked. */
function threadOf(count: number) {
  const messages = Array.from({ length: count }, (_, index) => testMessage({ seq: 2 * index + 1 }));
  const asked: number[] = [];
  const readPage = async (afterSeq: number) => {
    asked.push(afterSeq);
    const rest = messages.filter(({ seq }) => seq > afterSeq);
    return { messages: rest.slice(0, pageSize), hasNewer: rest.length > pageSize };
  };
  return { messages, asked, readPage };
}

describe('reading a thread', () => {
  it('goes on while more follows, one page after the other', async () => {
    const { messages, asked, readPage } = threadOf(8);
    expect(await readThread(readPage, signal)).toEqual({ messages, pages: 3 });
    expect(asked).toEqual([0, 5, 11]);
  });

  it.each([0, 1, pageSize])('of %i messages takes one page', async (count) => {
    const { messages, asked, readPage } = threadOf(count);
    expect(await readThread(readPage, signal)).toEqual({ messages, pages: 1 });
    expect(asked).toEqual([0]);
  });

  it('ends with the signal, and asks nothing more', async () => {
    const { asked, readPage } = threadOf(8);
    const closing = new AbortController();
    const read = (afterSeq: number) => {
      if (afterSeq > 0) closing.abort('closed');
      return readPage(afterSeq);
    };
    await expect(readThread(read, closing.signal)).rejects.toBe('closed');
    expect(asked).toEqual([0, 5]);
  });

  it('fails as a page fails, and gives nothing of what was read before', async () => {
    const { readPage } = threadOf(8);
    const away = new Error('away');
    const read = (afterSeq: number) => (afterSeq > 0 ? Promise.reject(away) : readPage(afterSeq));
    await expect(readThread(read, signal)).rejects.toBe(away);
  });

  it('gives up what does not end', async () => {
    const { asked, readPage } = threadOf(pageSize * pagesMost + 1);
    expect(await readThread(readPage, signal)).toBeNull();
    expect(asked).toHaveLength(pagesMost);
    expect(await readThread(async () => ({ messages: [], hasNewer: true }), signal)).toBeNull();
    const again = { messages: [testMessage({ seq: 4 })], hasNewer: true };
    expect(await readThread(async () => again, signal)).toBeNull();
  });
});
