import { v7 as uuidv7 } from 'uuid';
import type { Message } from '#lib/domain/chat/log.ts';
import type { Appended, Chatroom, Draft, Store, StoredEntry, User } from '../ports.ts';
import { seedPeople, seedSpace } from './seed.ts';
import { newMessage, seedChatroom } from './seedChat.ts';

export interface SeededTalk {
  spaceId: string;
  room: Chatroom;
  alice: User;
  bob: User;
}

type Act = Exclude<Draft, { kind: 'message' }>;
type Stamped = 'roomId' | 'userId' | 'clientId' | 'at' | 'messageId';
/** What is done, without who does it and to what. */
type Deed = Act extends infer One ? (One extends Act ? Omit<One, Stamped> : never) : never;

/** A room in a space of its own, with two members. */
export async function seedTalk(store: Store): Promise<SeededTalk> {
  const people = await seedPeople(store);
  const { space } = await seedSpace(store, { people });
  const members = [people.owner, people.member].map(({ id: userId }) => ({
    userId,
    role: 'member' as const,
  }));
  const room = await seedChatroom(store, space.id, members);
  return { spaceId: space.id, room, alice: people.owner, bob: people.member };
}

/** Something that is done to a message. */
export function newAct(message: Pick<Message, 'id' | 'roomId'>, userId: string, deed: Deed): Draft {
  const base = { roomId: message.roomId, userId, clientId: uuidv7(), at: new Date().toISOString() };
  return { ...base, messageId: message.id, ...deed };
}

/** The entry of an answer; throws for one that wrote nothing. */
export function entryOf(answer: Appended | undefined): StoredEntry {
  if (answer?.ok !== true || answer.entry === null) throw new Error('Nothing was written.');
  return answer.entry;
}

/** Writes drafts that must all be written. */
export async function writeAll(store: Store, drafts: Draft[]): Promise<StoredEntry[]> {
  return (await store.chatLog.append(drafts)).map(entryOf);
}

/** Writes one message and returns it. */
export async function say(
  store: Store,
  roomId: string,
  userId: string,
  overrides: Parameters<typeof newMessage>[2] = {},
): Promise<Message> {
  const [entry] = await writeAll(store, [newMessage(roomId, userId, overrides)]);
  if (entry?.kind !== 'message') throw new Error('It was not a message.');
  return entry.message;
}
