'use client';

import { createContext, use } from 'react';
import type { Message } from '#lib/domain/chat/log.ts';
import type { RoomSubject } from '#lib/domain/chat/rooms.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';

/** What is asked or shown about one message in a window of its own. */
export interface MessageQuestion {
  readonly kind: 'delete' | 'report' | 'revisions' | 'image';
  readonly message: Message;
}

/** What can be done with the messages of a room. Refusals are told by themselves. */
export interface MessageActs {
  reply(message: Message): void;
  edit(message: Message): void;
  showThread(message: Message): void;
  react(message: Message, emoji: string, isOn: boolean): void;
  pin(message: Message, isOn: boolean): void;
  copyWords(message: Message): void;
  copyLink(message: Message): void;
  jumpTo(messageId: string): void;
  ask(question: MessageQuestion): void;
}

/** What all parts of an open room share. */
export interface RoomTalk {
  readonly room: ChatroomView;
  /** Who I am in it, as rights are judged by it. */
  readonly subject: RoomSubject;
  readonly acts: MessageActs;
  /** First message of the thread that is shown here; null in the room itself. */
  readonly threadId: string | null;
}

export const RoomContext = createContext<RoomTalk | null>(null);

/** The room this component belongs to. Throws outside of one: that is a mistake in the tree. */
export function useRoomTalk(): RoomTalk {
  const talk = use(RoomContext);
  if (talk === null) throw new Error('useRoomTalk needs a room above it.');
  return talk;
}
