import type { Timeline } from '#lib/domain/chat/timeline.ts';
import { addQuoted, missingQuotes } from '#lib/domain/chat/timelinePages.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { RequestError } from '../session/RequestError.ts';
import type { ChatSignaling } from './ChatSignaling.ts';

export interface QuoteReaderOptions {
  readonly signaling: Pick<ChatSignaling, 'request'>;
  readonly timelineOf: (roomId: string) => Timeline | null;
  readonly change: (roomId: string, next: (timeline: Timeline) => Timeline) => void;
  readonly addPeople: (people: readonly PersonView[]) => void;
}

/** Fetches messages that a live one answers and that stand outside of the window: entries do not bring them. */
export interface QuoteReader {
  look(roomId: string): void;
}

export function createQuoteReader({
  signaling,
  timelineOf,
  change,
  addPeople,
}: QuoteReaderOptions): QuoteReader {
  /** Asked for once: what is not found then is gone, or not for me. */
  const asked = new Set<string>();

  async function fetch(roomId: string, messageId: string): Promise<void> {
    const page = await signaling.request('read-history', { roomId, aroundMessageId: messageId, limit: 1 });
    const found = page.messages.filter(({ id }) => id === messageId);
    if (found.length === 0) return;
    addPeople(page.people);
    change(roomId, (timeline) => addQuoted(timeline, found, page.lastSeq) ?? timeline);
  }

  return {
    look(roomId) {
      const timeline = timelineOf(roomId);
      if (timeline === null) return;
      for (const id of missingQuotes(timeline)) {
        if (asked.has(id)) continue;
        asked.add(id);
        fetch(roomId, id).catch((error: unknown) => {
          if (!(error instanceof RequestError)) throw error;
          if (error.isTransient) asked.delete(id);
        });
      }
    },
  };
}
