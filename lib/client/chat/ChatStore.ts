import type { StoreApi } from 'zustand/vanilla';
import type { Message } from '#lib/domain/chat/log.ts';
import type { ChatroomView, Notice } from '#lib/protocol/chat/views.ts';
import type { ChatState } from './ChatState.ts';

/** What a message is written with. */
export interface Written {
  readonly content: string;
  readonly mentions?: readonly string[];
  readonly replyTo?: string | null;
}

/** The chat of one space, as a page uses it. Requests that are refused reject with `RequestError` or `RestError`. */
export interface ChatStore extends Pick<StoreApi<ChatState>, 'getState' | 'subscribe'> {
  /** Looks at a room: loads its messages if they are not there, marks it read while the page is visible. `null`: at none. */
  open(roomId: string | null): void;
  loadOlder(roomId: string): Promise<void>;
  loadNewer(roomId: string): Promise<void>;
  /** Shows the place of a message, or of an instant (ISO 8601), loading what lies around it. */
  jumpTo(roomId: string, place: { messageId: string } | { at: string }): Promise<void>;
  /** Back to the latest messages. */
  jumpToEnd(roomId: string): Promise<void>;
  retryLoading(roomId: string): void;

  /** Takes the message at once into `outgoing`; it is sent as soon as that is possible, also after a reload. */
  send(roomId: string, written: Written): void;
  /** Uploads and sends a file, an image or (with its length) a voice message. */
  sendFile(roomId: string, file: { blob: Blob; name: string; voiceMs?: number }, written?: Written): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  edit(message: Message, content: string, mentions?: readonly string[]): Promise<void>;
  remove(message: Message): Promise<void>;
  react(message: Message, emoji: string, isOn: boolean): Promise<void>;
  pin(message: Message, isOn: boolean): Promise<void>;
  setDraft(roomId: string, text: string): void;
  /** Called with each change of the text; says `typing` seldom enough, and `stop-typing` when the text is empty. */
  noteTyping(roomId: string, text: string): void;
  /** A room that was made or joined over REST is taken in at once. */
  takeRoom(room: ChatroomView): void;
  forgetRoom(roomId: string): void;
  onNotice(listener: (notice: Notice) => void): () => void;
  /** Ends the connection; outgoing messages and drafts are kept for the next time. */
  close(): void;
}
