import { v7 as uuidv7 } from 'uuid';
import { applyToMessage, type LogEntry, type Message } from '#lib/domain/chat/log.ts';
import type { ClientPayload, ClientReply } from '#lib/protocol/catalogue.ts';
import {
  type ChatroomView,
  type MessagePage,
  type Missed,
  messagePageSchema,
  missedSchema,
} from '#lib/protocol/chat/views.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { createListeners } from '../session/listeners.ts';
import type { Unsubscribe } from '../session/Signaling.ts';

type Send = ClientPayload<'/chat', 'send-message'>;
type Sent = ClientReply<'/chat', 'send-message'>;
type History = ClientPayload<'/chat', 'read-history'>;

/** The log of rooms in memory, with the rules that a client relies on; it knows no rights. */
export interface MemoryRooms {
  add(room: Partial<ChatroomView> & Pick<ChatroomView, 'name'>): ChatroomView;
  remove(roomId: string): void;
  view(roomId: string): ChatroomView;
  views(): ChatroomView[];
  /** Writes a message; the same sender and `clientId` get the first one's answer. */
  write(userId: string, input: Pick<Send, 'roomId' | 'message'> & Partial<Send>): Sent;
  /** Something that happens to a message. */
  act(userId: string, roomId: string, messageId: string, act: MessageAct): number;
  markRead(roomId: string, seq: number): void;
  history(input: History): MessagePage;
  missed(roomId: string, afterSeq: number): Missed;
  messages(roomId: string): readonly Message[];
  lastSeq(roomId: string): number;
  /** Hears what is written, at once. */
  onEntry(listener: (news: { roomId: string; entry: LogEntry }) => void): Unsubscribe;
}

export type MessageAct =
  | { readonly kind: 'edit'; readonly content: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'react'; readonly emoji: string; readonly isOn: boolean }
  | { readonly kind: 'pin'; readonly isOn: boolean };

export interface MemoryRoomsOptions {
  readonly spaceId: string;
  readonly selfId: string;
  readonly people: ReadonlyMap<string, PersonView>;
  readonly now: () => number;
  /** Entries beyond which a returning client is told to reload. */
  readonly replayMost: number;
}

interface Held {
  view: ChatroomView;
  entries: LogEntry[];
  messages: Message[];
}

export function createMemoryRooms(options: MemoryRoomsOptions): MemoryRooms {
  const { spaceId, selfId, people, now, replayMost } = options;
  const listeners = createListeners<{ roomId: string; entry: LogEntry }>();
  const rooms = new Map<string, Held>();
  const everybody = () => [...people.values()];

  function heldOf(roomId: string): Held {
    const held = rooms.get(roomId);
    if (held === undefined) throw new RefusedError('not_found', 'There is no such room.');
    return held;
  }

  function append(held: Held, entry: LogEntry): void {
    held.entries.push(entry);
    held.view = { ...held.view, lastSeq: entry.seq };
    listeners.tell({ roomId: held.view.id, entry });
  }

  const entriesOf = (roomId: string) => heldOf(roomId).entries;
  const nextOf = (held: Held) => ({ seq: held.entries.length + 1, at: new Date(now()).toISOString() });

  function write(userId: string, input: Pick<Send, 'roomId' | 'message'> & Partial<Send>): Sent {
    const held = heldOf(input.roomId);
    const clientId = input.clientId ?? uuidv7();
    const twin = held.messages.find((one) => one.clientId === clientId && one.userId === userId);
    if (twin !== undefined) return { id: twin.id, seq: twin.seq, at: twin.at, clientId };
    const { seq, at } = nextOf(held);
    const message = messageOf(held, userId, { ...input, clientId }, seq, at);
    held.messages = held.messages.map((one) =>
      one.id === message.threadId ? { ...one, replyCount: one.replyCount + 1 } : one,
    );
    held.messages.push(message);
    const isUnread = userId !== selfId;
    const isForMe = held.view.kind === 'direct' || message.mentions.some((one) => one.userId === selfId);
    held.view = {
      ...held.view,
      lastMessageAt: at,
      unreadCount: held.view.unreadCount + Number(isUnread),
      mentionCount: held.view.mentionCount + Number(isUnread && isForMe),
    };
    append(held, { kind: 'message', seq, at, message });
    return { id: message.id, seq, at, clientId };
  }

  function messageOf(
    held: Held,
    userId: string,
    {
      roomId,
      message: content,
      type = 'text',
      replyTo = null,
      mentions = [],
      clientId = '',
    }: Pick<Send, 'roomId' | 'message'> & Partial<Send>,
    seq: number,
    at: string,
  ): Message {
    const answered = held.messages.find(({ id }) => id === replyTo);
    return {
      id: uuidv7(),
      roomId,
      seq,
      clientId,
      userId,
      at,
      type,
      content,
      mentions: mentions.flatMap((id) => {
        const name = people.get(id)?.name;
        return name === undefined ? [] : [{ userId: id, name }];
      }),
      file: null,
      replyTo,
      threadId: answered === undefined ? null : (answered.threadId ?? answered.id),
      replyCount: 0,
      editedAt: null,
      deletedAt: null,
      pinnedAt: null,
      reactions: [],
    };
  }

  return {
    add(room) {
      const view: ChatroomView = {
        id: uuidv7(),
        spaceId,
        kind: 'room',
        description: '',
        isPrivate: false,
        isDefault: false,
        slowModeS: 0,
        createdAt: new Date(now()).toISOString(),
        version: 1,
        role: 'member',
        memberCount: people.size,
        lastSeq: 0,
        lastMessageAt: null,
        readSeq: 0,
        unreadCount: 0,
        mentionCount: 0,
        other: null,
        isMuted: false,
        callPeople: [],
        ...room,
      };
      rooms.set(view.id, { view, entries: [], messages: [] });
      return view;
    },
    remove: (roomId) => void rooms.delete(roomId),
    view: (roomId) => heldOf(roomId).view,
    views: () => [...rooms.values()].map(({ view }) => view),
    write,
    act(userId, roomId, messageId, act) {
      const held = heldOf(roomId);
      const { seq, at } = nextOf(held);
      const upon = { seq, at, userId, messageId };
      const entry: LogEntry = act.kind === 'edit' ? { ...upon, ...act, mentions: [] } : { ...upon, ...act };
      held.messages = held.messages.map((one) => (one.id === messageId ? applyToMessage(one, entry) : one));
      append(held, entry);
      return seq;
    },
    markRead(roomId, seq) {
      const held = heldOf(roomId);
      const unread = held.messages.filter((one) => one.seq > seq && one.userId !== selfId).length;
      const mentionCount = Math.min(held.view.mentionCount, unread);
      held.view = { ...held.view, readSeq: seq, unreadCount: unread, mentionCount };
    },
    history(input) {
      const { messages, view } = heldOf(input.roomId);
      const { from, to } = rangeOf(messages, input);
      const shown = messages.slice(from, to);
      const answered = new Set(shown.map(({ replyTo }) => replyTo));
      const quoted = messages.filter((one) => answered.has(one.id) && !shown.includes(one));
      const rest = { hasOlder: from > 0, hasNewer: to < messages.length, lastSeq: view.lastSeq };
      return messagePageSchema.parse({
        roomId: input.roomId,
        messages: shown,
        people: everybody(),
        quoted,
        ...rest,
      });
    },
    missed(roomId, afterSeq) {
      const { messages, view } = heldOf(roomId);
      const isReload = afterSeq > view.lastSeq || view.lastSeq - afterSeq > replayMost;
      const entries = isReload ? [] : entriesOf(roomId).slice(afterSeq);
      return missedSchema.parse({
        roomId,
        kind: isReload ? 'reload' : 'entries',
        entries: entries.map((one) => asItStands(one, messages)),
        people: everybody(),
        lastSeq: view.lastSeq,
      });
    },
    messages: (roomId) => heldOf(roomId).messages,
    lastSeq: (roomId) => heldOf(roomId).view.lastSeq,
    onEntry: listeners.add,
  };
}

/** A replay carries messages as they stand now. */
function asItStands(entry: LogEntry, messages: readonly Message[]): LogEntry {
  if (entry.kind !== 'message') return entry;
  return { ...entry, message: messages.find(({ id }) => id === entry.message.id) ?? entry.message };
}

function rangeOf(messages: readonly Message[], input: History): { from: number; to: number } {
  const { beforeSeq, afterSeq, limit } = input;
  const countTo = (seq: number) => messages.filter((one) => one.seq <= seq).length;
  if (beforeSeq !== undefined) {
    const to = countTo(beforeSeq - 1);
    return { from: Math.max(0, to - limit), to };
  }
  if (afterSeq !== undefined) {
    const from = countTo(afterSeq);
    return { from, to: Math.min(messages.length, from + limit) };
  }
  const middle = middleOf(messages, input);
  const from = Math.max(0, (middle ?? messages.length) - (middle === null ? limit : Math.floor(limit / 2)));
  return { from, to: Math.min(messages.length, from + limit) };
}

function middleOf(messages: readonly Message[], { aroundSeq, aroundMessageId, at }: History): number | null {
  if (aroundSeq !== undefined) return messages.findIndex(({ seq }) => seq >= aroundSeq);
  if (aroundMessageId !== undefined) {
    const index = messages.findIndex(({ id }) => id === aroundMessageId);
    if (index === -1) throw new RefusedError('not_found', 'There is no such message.');
    return index;
  }
  if (at === undefined) return null;
  const index = messages.findIndex((one) => one.at >= at);
  return index === -1 ? messages.length : index;
}
