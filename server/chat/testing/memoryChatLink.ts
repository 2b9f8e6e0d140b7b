import { v7 as uuidv7 } from 'uuid';
import type { ServerEvent, ServerPayload } from '#lib/protocol/catalogue.ts';
import type { SessionEnd } from '#lib/protocol/closeReasons.ts';
import type { Broadcast, ChatLink } from '../ports.ts';

type Sent = {
  [E in ServerEvent<'/chat'>]: { event: E; payload: ServerPayload<'/chat', E> };
}[ServerEvent<'/chat'>];

/** A chat link that keeps what was sent, as it would have travelled: through JSON. */
export interface MemoryChatLink extends ChatLink {
  readonly sent: Sent[];
  readonly ends: SessionEnd[];
  /** Payloads of one event, oldest first. */
  of<E extends ServerEvent<'/chat'>>(event: E): ServerPayload<'/chat', E>[];
}

export function createMemoryChatLink(options: { speaksEntries?: boolean } = {}): MemoryChatLink {
  const sent: Sent[] = [];
  const ends: SessionEnd[] = [];
  return {
    id: uuidv7(),
    speaksEntries: options.speaksEntries ?? true,
    sent,
    ends,
    send(event, payload) {
      if (ends.length === 0) sent.push(JSON.parse(JSON.stringify({ event, payload })));
    },
    end(end) {
      ends.push(end);
    },
    of<E extends ServerEvent<'/chat'>>(event: E) {
      return sent.flatMap((one) => (one.event === event ? [one.payload as ServerPayload<'/chat', E>] : []));
    },
  };
}

/** Broadcasts link by link, and counts how often something would have been encoded. */
export function createCountingBroadcast(): { broadcast: Broadcast; count: () => number } {
  let count = 0;
  return {
    broadcast(links, event, payload) {
      count += 1;
      for (const link of links) link.send(event, payload);
    },
    count: () => count,
  };
}
