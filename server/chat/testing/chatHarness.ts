import { v7 as uuidv7 } from 'uuid';
import {
  type ChatInput,
  type ChatOperationName,
  type ChatReply,
  chatOperations,
} from '#lib/protocol/chat/operations.ts';
import { type Clock, systemClock } from '../../clock.ts';
import { createMemoryChatBus } from '../../cluster/chat/createMemoryChatBus.ts';
import { createMemoryRecentEntries } from '../../cluster/chat/createMemoryRecentEntries.ts';
import { silentLogger } from '../../observability/Logger.ts';
import { createMemoryStore } from '../../persistence/memory/createMemoryStore.ts';
import type { Space, Store } from '../../persistence/ports.ts';
import { type SeedPeople, seedSpace } from '../../persistence/testing/seed.ts';
import { type ChatServiceOptions, createChatService } from '../createChatService.ts';
import type { ChatBus, ChatCaller, ChatService, RecentEntries } from '../ports.ts';
import type { ChatSettings } from '../settings.ts';
import { createCountingBroadcast, createMemoryChatLink, type MemoryChatLink } from './memoryChatLink.ts';

/** Somebody who chats over a connection of their own. */
export interface Chatter extends ChatCaller {
  readonly link: MemoryChatLink;
}

export interface ChatHarness {
  readonly store: Store;
  readonly space: Space;
  readonly people: SeedPeople;
  readonly chat: ChatService;
  readonly clock: Clock;
  readonly bus: ChatBus;
  readonly recent: RecentEntries;
  /** Broadcasts so far. */
  readonly broadcasts: () => number;
  /** Sits somebody down. */
  connect(userId: string, options?: { speaksEntries?: boolean; chat?: ChatService }): Promise<Chatter>;
  /** Asks as REST does: the input is parsed first. */
  ask<Name extends ChatOperationName>(name: Name, userId: string, input: unknown): Promise<ChatReply<Name>>;
  /** Another process beside this one: its own memory, the same store, bus and cache. */
  beside(options?: Partial<ChatServiceOptions>): ChatService;
  /** A public room that these people are members of. */
  room(userIds: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

export interface HarnessOptions {
  readonly settings?: Partial<ChatSettings>;
  readonly clock?: Clock;
  /** The store as the chat gets it, around the one that is seeded. */
  readonly wrap?: (store: Store) => Store;
}

/** Limits that no test comes near. */
const generous: Partial<ChatSettings> = {
  personRate: { ratePerS: 1e6, burst: 1e6 },
  roomRate: { ratePerS: 1e6, burst: 1e6 },
};

/** A chat over a store in memory, with a seeded space. */
export async function startChat(options: HarnessOptions = {}): Promise<ChatHarness> {
  const clock = options.clock ?? systemClock;
  const store = createMemoryStore();
  const { space, people } = await seedSpace(store);
  const bus = createMemoryChatBus();
  const recent = createMemoryRecentEntries();
  const { broadcast, count } = createCountingBroadcast();
  const parts = {
    store: options.wrap?.(store) ?? store,
    recent,
    bus,
    broadcast,
    clock,
    logger: silentLogger,
  };
  const settings = { ...generous, ...options.settings };
  const services: ChatService[] = [];
  const begin = (other: Partial<ChatServiceOptions> = {}): ChatService => {
    const service = createChatService({ ...parts, settings, ...other });
    services.push(service);
    return service;
  };
  const chat = begin();
  return {
    ...{ store, space, people, chat, clock, bus, recent, broadcasts: count, beside: begin },
    async connect(userId, { speaksEntries, chat: service = chat } = {}) {
      const link = createMemoryChatLink({ speaksEntries });
      const caller = { identity: { userId, spaceId: space.id, loginId: null, tokenId: null }, link };
      await service.open(caller);
      return caller;
    },
    ask: (name, userId, input) => askParsed(chat, name, userId, input),
    room: (userIds) => makeRoom(store, space.id, userIds),
    async close() {
      await Promise.all(services.map((service) => service.close()));
    },
  };
}

/** Asks a chat with input as a client would send it. */
export function askParsed<Name extends ChatOperationName>(
  chat: ChatService,
  name: Name,
  userId: string,
  input: unknown,
): Promise<ChatReply<Name>> {
  const parsed = chatOperations[name].input.parse(input) as ChatInput<Name>;
  return chat.ask(name, { userId, linkId: null }, parsed);
}

async function makeRoom(store: Store, spaceId: string, userIds: readonly string[]): Promise<string> {
  const id = uuidv7();
  const made = { id, spaceId, kind: 'room', name: `Room ${id}`, description: '', directKey: null } as const;
  const plain = { isPrivate: false, isDefault: false, slowModeS: 0, createdBy: null };
  const members = userIds.map(
    (userId, index) => ({ userId, role: index === 0 ? 'owner' : 'member' }) as const,
  );
  await store.chatrooms.create({ ...made, ...plain, createdAt: new Date().toISOString() }, members);
  return id;
}

/** Everything of a room that a connection was sent as entries, in the order in which it came. */
export function heard({ link }: Chatter, roomId: string): { seq: number; kind: string; text: string }[] {
  return link
    .of('room-events')
    .filter((events) => events.roomId === roomId)
    .flatMap(({ entries }) => entries)
    .map((entry) => ({
      seq: entry.seq,
      kind: entry.kind,
      text: entry.kind === 'message' ? entry.message.content : '',
    }));
}
