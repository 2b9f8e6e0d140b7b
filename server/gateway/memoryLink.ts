import { v7 as uuidv7 } from 'uuid';
import type { Namespace, ServerEvent, ServerPayload } from '#lib/protocol/catalogue.ts';
import type { SessionEndReason } from '#lib/protocol/closeReasons.ts';
import type { ChatLink } from '../chat/ports.ts';
import type { ClientLink, EndWords } from './Session.ts';

/** What arrived over a memory link. */
export interface InboxEntry {
  readonly namespace: Namespace;
  readonly event: string;
  readonly payload: unknown;
}

/** A connection within one process: everything sent lies in its inbox, as JSON would have carried it. */
export class MemoryLink implements ClientLink {
  readonly speaksFrames: boolean;
  isCongested = false;
  endedWith: SessionEndReason | null = null;
  endWords: EndWords = {};
  readonly frames: Uint8Array[] = [];
  #inbox: InboxEntry[] = [];

  constructor(options: { speaksFrames: boolean } = { speaksFrames: false }) {
    this.speaksFrames = options.speaksFrames;
  }

  send<N extends Namespace, E extends ServerEvent<N>>(
    namespace: N,
    event: E,
    payload: ServerPayload<N, E>,
  ): void {
    if (this.endedWith !== null) return;
    this.#inbox.push({ namespace, event, payload: JSON.parse(JSON.stringify(payload)) });
  }

  sendPositionsFrame(frame: Uint8Array): void {
    if (this.endedWith === null) this.frames.push(frame);
  }

  end(reason: SessionEndReason, words: EndWords = {}): void {
    if (this.endedWith !== null) return;
    this.endedWith = reason;
    this.endWords = words;
  }

  chat(): ChatLink {
    return {
      id: uuidv7(),
      speaksEntries: this.speaksFrames,
      send: (event, payload) => this.send('/chat', event, payload),
      end: (end) => this.send('/chat', 'chat-end', end),
    };
  }

  /** All payloads of one event so far, oldest first. */
  received<N extends Namespace, E extends ServerEvent<N>>(namespace: N, event: E): ServerPayload<N, E>[] {
    return this.#inbox
      .filter((entry) => entry.namespace === namespace && entry.event === event)
      .map((entry) => entry.payload as ServerPayload<N, E>);
  }

  /** Everything that arrived since the last call, oldest first. */
  takeAll(): InboxEntry[] {
    const taken = this.#inbox;
    this.#inbox = [];
    return taken;
  }
}
