import { v7 as uuidv7 } from 'uuid';
import { uploadBytesMost } from '#lib/domain/chat/limits.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { cleanedWords } from '#lib/domain/chat/words.ts';
import type { ChatBoard } from './board.ts';
import type { ChatSignaling } from './ChatSignaling.ts';
import type { OutgoingMessage } from './ChatState.ts';
import type { Written } from './ChatStore.ts';
import { type KeptTexts, keptPrefix } from './keptTexts.ts';
import { createOutboxItems } from './outboxItems.ts';
import { createOutboxStorage } from './outboxStorage.ts';
import { messageOf, newItem, type OutboxItem, type PendingFile } from './outgoing.ts';
import { withStatus } from './refusals.ts';
import { createSender } from './sender.ts';
import type { TimelineDesk } from './timelineDesk.ts';
import type { StartUpload } from './upload.ts';
import { createUploader, typeOfFile } from './uploader.ts';

/**
 * What I wrote and what is not stored and shown yet. A message stands here until its entry, its acknowledgement or a page
 * has brought it; it is sent again with the same id until then, over reconnects and reloads.
 */
export interface Outbox {
  load(userId: string): void;
  add(roomId: string, written: Written, file?: PendingFile): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** There is a connection, and what was missed is there: everything that waits goes out. */
  connected(): void;
  lost(): void;
  /** These messages are stored: what of them stands here goes. */
  stored(messages: readonly Message[]): void;
  /** The messages that are shown of a room have changed. */
  shown(roomId: string): void;
  dropRooms(isGone: (roomId: string) => boolean): void;
  /** Somebody else is here: nothing of it stays on this page, but it is kept. */
  leave(): void;
  forget(): void;
  close(): void;
}

export interface OutboxOptions {
  readonly board: ChatBoard;
  readonly signaling: Pick<ChatSignaling, 'request'>;
  readonly desk: Pick<TimelineDesk, 'sent' | 'contains'>;
  readonly texts: KeptTexts;
  readonly spaceId: string;
  readonly startUpload: StartUpload;
  readonly onStored: (message: Message) => void;
  readonly now: () => number;
  readonly random: () => number;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { board, signaling, desk, texts, spaceId, startUpload, onStored, now, random } = options;
  const items = createOutboxItems(board, now);
  const isLive = () => !isClosed && board.get().connection.kind === 'live';
  let isClosed = false;
  const sender = createSender({ items, signaling, isLive, onSent, onFree: pump, now, random });
  const uploader = createUploader({ items, startUpload, isLive, onReady: pump, now, random });

  function pump(): void {
    uploader.pump();
    sender.pump();
    items.wakeAtNext(pump);
  }

  function onSent(item: OutboxItem, ack: NonNullable<OutboxItem['ack']>): void {
    const { selfId, people } = board.get();
    const { clientId, roomId, replyTo } = item.message;
    if (selfId === null || items.get(clientId) === null) return;
    const answered = replyTo === null ? null : findMessage(roomId, replyTo);
    const message = messageOf(item, ack, { selfId, people, answered });
    items.storage()?.remove(clientId);
    board.together(() => {
      items.change(clientId, (one) => ({ ...one, ack }));
      desk.sent(message);
      onStored(message);
      shown(roomId);
    });
  }

  function findMessage(roomId: string, messageId: string): Message | null {
    const timeline = board.get().timelines.get(roomId);
    return timeline?.messages.find(({ id }) => id === messageId) ?? timeline?.quoted.get(messageId) ?? null;
  }

  function shown(roomId: string): void {
    const isInPast = board.get().timelines.get(roomId)?.isAtEnd === false;
    const done = items.all().filter(({ message, ack }) => {
      if (ack === null || message.roomId !== roomId) return false;
      return isInPast || desk.contains(roomId, ack.seq);
    });
    items.drop(done.map(({ message }) => message.clientId));
  }

  function dropAll(gone: readonly OutboxItem[]): void {
    for (const { message } of gone) uploader.abort(message.clientId);
    items.drop(gone.map(({ message }) => message.clientId));
  }

  return {
    load(userId) {
      const storage = createOutboxStorage(texts, userId, spaceId);
      items.add(storage.load());
      items.keepIn(storage);
    },
    add(roomId, written, file) {
      const isTooLarge = file !== undefined && file.blob.size > uploadBytesMost;
      const item = newItem(outgoingOf(roomId, written, file, now()), { pending: file ?? null });
      items.add([
        isTooLarge ? withStatus(item, { kind: 'failed', code: 'too_large', retryAtMs: null }) : item,
      ]);
      pump();
    },
    retry(clientId) {
      items.change(clientId, (item) => ({ ...withStatus(item, { kind: 'waiting' }), notBeforeMs: 0 }));
      const item = items.get(clientId);
      if (item !== null) items.storage()?.save(item);
      pump();
    },
    discard(clientId) {
      const item = items.get(clientId);
      if (item === null || (item.message.status.kind === 'sending' && item.pending === null)) return;
      dropAll([item]);
    },
    connected: pump,
    lost: sender.lost,
    stored(messages) {
      const { selfId } = board.get();
      const mine = new Set(messages.flatMap(({ userId, clientId }) => (userId === selfId ? [clientId] : [])));
      const done = items.all().filter(({ message }) => mine.has(message.clientId));
      if (done.length === 0) return;
      items.drop(done.map(({ message }) => message.clientId));
      for (const { message } of done) sender.settled(message.clientId);
    },
    shown,
    dropRooms: (isGone) => dropAll(items.all().filter(({ message }) => isGone(message.roomId))),
    leave() {
      uploader.close();
      items.stopKeeping();
    },
    forget() {
      const { selfId } = board.get();
      uploader.close();
      items.stopKeeping();
      const prefix = selfId === null ? null : `${keptPrefix(selfId, spaceId)}out:`;
      if (prefix !== null) for (const key of texts.keys()) if (key.startsWith(prefix)) texts.remove(key);
    },
    close() {
      isClosed = true;
      uploader.close();
      items.close();
    },
  };
}

function outgoingOf(
  roomId: string,
  { content, mentions = [], replyTo = null }: Written,
  file: PendingFile | undefined,
  atMs: number,
): OutgoingMessage {
  return {
    clientId: uuidv7(),
    roomId,
    atMs,
    type: file === undefined ? 'text' : typeOfFile(file.blob.type, file.voiceMs),
    content: cleanedWords(content),
    mentions,
    replyTo,
    file: file === undefined ? null : { id: null, name: file.name, progress: 0 },
    status: { kind: 'waiting' },
  };
}
