import { replayMost } from '#lib/domain/chat/limits.ts';
import { logEntrySchema } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { ChatStore } from './ChatStore.ts';
import { createChatStore } from './createChatStore.ts';
import { type KeptTexts, memoryTexts } from './keptTexts.ts';
import { createMemoryRooms, type MemoryRooms } from './memoryChatServer.ts';
import {
  type ChatAnswers,
  createMemoryChatSignaling,
  type MemoryChatSignaling,
} from './memoryChatSignaling.ts';
import { alwaysVisible, type PageView } from './pageView.ts';
import { browserUploads, type StartUpload } from './upload.ts';

export interface MemoryChatOptions {
  readonly self?: PersonView;
  /** The others. */
  readonly people?: readonly PersonView[];
  /** Rooms of an earlier chat: the same server, seen by another page. */
  readonly rooms?: MemoryRooms;
  readonly texts?: KeptTexts;
  readonly pageView?: PageView;
  readonly startUpload?: StartUpload;
  readonly now?: () => number;
  /** Entries beyond which the page is told to reload a room. */
  readonly replayMost?: number;
  /** What the server does otherwise than usual. */
  readonly answers?: (rooms: MemoryRooms) => ChatAnswers;
}

/** A whole chat in memory: the real store, and a server with rooms. For tests, and to show components. */
export interface MemoryChat {
  readonly chat: ChatStore;
  readonly rooms: MemoryRooms;
  readonly wire: MemoryChatSignaling;
  readonly self: PersonView;
  connect(): void;
  /** Delivers everything that is under way. */
  flush(): Promise<void>;
}

const spaceId = '00000000-0000-7000-8000-00000000000a';

const mira: PersonView = { id: '00000000-0000-7000-8000-000000000001', name: 'Mira', cast: 'mira' };

/** Makes one that is not connected yet: put rooms in, then `connect` and `flush`. */
export function createMemoryChat(options: MemoryChatOptions = {}): MemoryChat {
  const {
    self = mira,
    people = [],
    texts = memoryTexts(),
    pageView = alwaysVisible,
    now = Date.now,
  } = options;
  const everybody = new Map([self, ...people].map((person) => [person.id, person]));
  const rooms =
    options.rooms ??
    createMemoryRooms({
      spaceId,
      selfId: self.id,
      people: everybody,
      now,
      replayMost: options.replayMost ?? replayMost,
    });
  const wire = createMemoryChatSignaling({ ...answersOf(rooms, self.id), ...options.answers?.(rooms) });
  const stopTelling = rooms.onEntry(({ roomId, entry }) =>
    wire.send('room-events', {
      roomId,
      entries: [logEntrySchema.parse(entry)],
      people: [...everybody.values()],
    }),
  );
  const chat = createChatStore({
    spaceId,
    signaling: wire.client,
    texts,
    pageView,
    now,
    startUpload: options.startUpload ?? browserUploads,
    random: () => 0.5,
  });
  return {
    chat: {
      ...chat,
      close() {
        stopTelling();
        chat.close();
      },
    },
    rooms,
    wire,
    self,
    connect: () => wire.connect(self.id),
    flush: wire.flush,
  };
}

function answersOf(rooms: MemoryRooms, selfId: string): ChatAnswers {
  return {
    sync: ({ rooms: held }) => ({
      rooms: rooms.views(),
      missed: held
        .filter(({ roomId }) => rooms.views().some(({ id }) => id === roomId))
        .map(({ roomId, afterSeq }) => rooms.missed(roomId, afterSeq)),
    }),
    'send-message': (input) => rooms.write(selfId, input),
    'edit-message': ({ roomId, messageId, message }) => ({
      seq: rooms.act(selfId, roomId, messageId, { kind: 'edit', content: message }),
    }),
    'delete-message': ({ roomId, messageId }) => ({
      seq: rooms.act(selfId, roomId, messageId, { kind: 'delete' }),
    }),
    react: ({ roomId, messageId, emoji, isOn }) => ({
      seq: rooms.act(selfId, roomId, messageId, { kind: 'react', emoji, isOn }),
    }),
    pin: ({ roomId, messageId, isOn }) => ({
      seq: rooms.act(selfId, roomId, messageId, { kind: 'pin', isOn }),
    }),
    'read-history': rooms.history,
    'mark-read'({ roomId, seq }) {
      rooms.markRead(roomId, seq);
      return {};
    },
  };
}
