import type { ChatInput, ChatOperationName, ChatReply } from '#lib/protocol/chat/operations.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { Clock } from '../clock.ts';
import type { ControlCommand } from '../cluster/ports.ts';
import type { Logger } from '../observability/Logger.ts';
import type { Store } from '../persistence/ports.ts';
import { type ChatParts, composeChat } from './composeChat.ts';
import type {
  Broadcast,
  ChatActor,
  ChatBubble,
  ChatBus,
  ChatCaller,
  ChatHandlers,
  ChatService,
  RecentEntries,
} from './ports.ts';
import { type ChatSettings, defaultChatSettings } from './settings.ts';

export interface ChatServiceOptions {
  readonly store: Store;
  readonly recent: RecentEntries;
  readonly bus: ChatBus;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settings?: Partial<ChatSettings>;
}

/** The chat of this process. It closes neither the store nor the cache nor the bus. */
export function createChatService(options: ChatServiceOptions): ChatService {
  const settings = { ...defaultChatSettings, ...options.settings };
  return new LiveChat(composeChat({ ...options, settings }));
}

/** What the rest of the server asks of the chat, handed on to its parts. */
class LiveChat implements ChatService {
  readonly handlers: ChatHandlers;
  readonly #parts: ChatParts;
  #closing: Promise<void> | null = null;

  constructor(parts: ChatParts) {
    this.#parts = parts;
    this.handlers = parts.handlers;
    parts.review.start();
  }

  ask<Name extends ChatOperationName>(
    name: Name,
    actor: ChatActor,
    input: ChatInput<Name>,
  ): Promise<ChatReply<Name>> {
    return this.#parts.operations[name](actor, input);
  }

  async open(caller: ChatCaller): Promise<void> {
    if (this.#closing !== null) throw new RefusedError('unavailable', 'the server is stopping');
    await this.#parts.seating.open(caller);
  }

  closed(linkId: string): void {
    const seat = this.#parts.audience.seat(linkId);
    if (seat !== null) this.#parts.seating.release(seat);
  }

  heed(command: ControlCommand): Promise<number> {
    return this.#parts.heeding.heed(command);
  }

  bubblesChanged(spaceId: string, bubbles: readonly ChatBubble[]): void {
    this.#parts.bubbleDoor.apply(spaceId, bubbles);
  }

  requireCall(userId: string, spaceId: string, roomId: string): Promise<void> {
    return this.#parts.calls.requireCall(userId, spaceId, roomId);
  }

  onCallRightLost(listener: (roomId: string, userId: string | null) => void): () => void {
    return this.#parts.calls.onCallRightLost(listener);
  }

  roomCallChanged(roomId: string, people: PersonView[]): void {
    this.#parts.calls.set(roomId, people);
    this.#parts.carryOut.apply({ kind: 'room-changed', roomId, spaceId: '' });
  }

  stats(): { links: number; rooms: number } {
    return { links: this.#parts.audience.count, rooms: this.#parts.streams.count };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** What was taken is written and told before the connections are ended. */
  async #close(): Promise<void> {
    const { audience, marks, newsroom, review, seating, streams, writer } = this.#parts;
    review.close();
    await writer.close();
    await streams.settled();
    await marks.close();
    for (const seat of audience.all()) seating.end(seat, { reason: 'server_shutdown' });
    newsroom.close();
    streams.close();
  }
}
