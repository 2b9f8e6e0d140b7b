import type { Namespace } from '#lib/protocol/catalogue.ts';

export interface RawMessage {
  readonly namespace: Namespace;
  readonly event: string;
  readonly payload: unknown;
}

/** Holds what arrives before the join is answered, so that listeners hear of the join first. */
export interface Inbox {
  push(message: RawMessage): void;
  /** Delivers what waited, in order, and everything later at once. */
  open(): void;
}

export function createInbox(deliver: (message: RawMessage) => void): Inbox {
  let waiting: RawMessage[] | null = [];
  return {
    push(message) {
      if (waiting === null) deliver(message);
      else waiting.push(message);
    },
    open() {
      const held = waiting ?? [];
      waiting = null;
      for (const message of held) deliver(message);
    },
  };
}
