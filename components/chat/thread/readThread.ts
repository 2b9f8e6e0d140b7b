import type { Message } from '#lib/domain/chat/log.ts';

/** Most pages that one reading asks for: beyond them (10 000 messages) a thread is not shown rather than in part. */
export const pagesMost = 50;

interface ThreadPage {
  readonly messages: readonly Message[];
  readonly hasNewer: boolean;
}

export interface WholeThread {
  readonly messages: readonly Message[];
  /** How many pages it took. */
  readonly pages: number;
}

/**
 * Reads a thread page by page until nothing follows; `null`: it does not end. Rejects with what a page rejects with, and
 * with the signal's reason once it is aborted. Never gives a part of a thread.
 */
export async function readThread(
  readPage: (afterSeq: number) => Promise<ThreadPage>,
  signal: AbortSignal,
): Promise<WholeThread | null> {
  const messages: Message[] = [];
  let afterSeq = 0;
  for (let pages = 1; pages <= pagesMost; pages += 1) {
    const page = await readPage(afterSeq);
    signal.throwIfAborted();
    messages.push(...page.messages);
    if (!page.hasNewer) return { messages, pages };
    const nextSeq = page.messages.at(-1)?.seq ?? 0;
    if (nextSeq <= afterSeq) return null;
    afterSeq = nextSeq;
  }
  return null;
}
