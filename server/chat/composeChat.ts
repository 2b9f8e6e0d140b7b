import type { ChatOperationName } from '#lib/protocol/chat/operations.ts';
import type { StoredEntry } from '../persistence/ports.ts';
import { Access } from './access/Access.ts';
import { BubbleDoor } from './bubbles/BubbleDoor.ts';
import { BubbleRooms } from './bubbles/BubbleRooms.ts';
import { RoomCalls } from './calls/RoomCalls.ts';
import type { ChatContext, ChatOperationsOf } from './context.ts';
import type { ChatServiceOptions } from './createChatService.ts';
import { createHandlers } from './handlers.ts';
import { Limits } from './limits/Limits.ts';
import { RecentActs } from './limits/RecentActs.ts';
import { SlowMode } from './limits/SlowMode.ts';
import { createMessageOperations } from './messages/createMessageOperations.ts';
import type { MessageDeps } from './messages/deps.ts';
import { People } from './people/People.ts';
import type { ChatHandlers } from './ports.ts';
import { createRoomOperations } from './rooms/createRoomOperations.ts';
import { joinDefaultRoom } from './rooms/defaultRoom.ts';
import { Heeding } from './seating/Heeding.ts';
import { lookAgain } from './seating/lookAgain.ts';
import { Review } from './seating/Review.ts';
import { Seating, type SeatingDeps } from './seating/Seating.ts';
import type { ChatSettings } from './settings.ts';
import { MissedEntries } from './sync/MissedEntries.ts';
import { RecentRooms } from './sync/RecentRooms.ts';
import { RoomViews } from './sync/RoomViews.ts';
import { Audience } from './telling/Audience.ts';
import { CarryOut } from './telling/CarryOut.ts';
import { FanOut } from './telling/FanOut.ts';
import { Newsroom } from './telling/Newsroom.ts';
import { Notices } from './telling/Notices.ts';
import { ReadMarks } from './telling/ReadMarks.ts';
import { Streams } from './telling/Streams.ts';
import { Telling } from './telling/Telling.ts';
import { Typing } from './telling/Typing.ts';
import { tellWritten } from './writing/tellWritten.ts';
import { Writer } from './writing/Writer.ts';

type Options = Omit<ChatServiceOptions, 'settings'> & { readonly settings: ChatSettings };

/** The parts of a chat that its face needs. */
export interface ChatParts {
  readonly audience: Audience;
  readonly bubbleDoor: BubbleDoor;
  readonly calls: RoomCalls;
  readonly carryOut: CarryOut;
  readonly handlers: ChatHandlers;
  readonly heeding: Heeding;
  readonly marks: ReadMarks;
  readonly newsroom: Newsroom;
  readonly operations: ChatOperationsOf<ChatOperationName>;
  readonly review: Review;
  readonly seating: Seating;
  readonly streams: Streams;
  readonly writer: Writer;
}

/** What reads: rights, names, the cache, the log. It depends on nothing that tells. */
function composeReading({ store, recent, clock, logger, settings }: Options) {
  const bubbles = new BubbleRooms(logger);
  const keptMs = settings.readingMs;
  const access = new Access({ store, bubbles, clock, keptMs });
  const people = new People({ store, clock, keptMs });
  const rooms = new RecentRooms({ recent, logger });
  const missed = new MissedEntries({ chatLog: store.chatLog, bubbles, recent: rooms });
  const audience = new Audience();
  const calls = new RoomCalls(access);
  return { bubbles, access, people, recent: rooms, missed, audience, calls };
}

type Reading = ReturnType<typeof composeReading>;

/** What brings entries to connections, in their order. */
function composeStreams(options: Options, reading: Reading): Streams {
  const { store, clock, logger, broadcast, settings } = options;
  const { bubbles } = reading;
  const fanOut = new FanOut({ ...reading, broadcast });
  const notices = new Notices({
    ...reading,
    findMessages: (roomId, ids) =>
      (bubbles.has(roomId) ? bubbles.chatLog : store.chatLog).findMessages(roomId, ids),
  });
  return new Streams({
    ...{ ...reading, clock, logger, holeMs: settings.holeMs },
    chatLog: store.chatLog,
    chatrooms: store.chatrooms,
    async deliver(roomId: string, entries: StoredEntry[]) {
      await fanOut.deliver(roomId, entries);
      notices.tell(roomId, entries).catch((error: unknown) => {
        logger.warn({ error, roomId }, 'notices could not be given');
      });
    },
  });
}

/** What tells: news to the connections here and to other processes, and what lets people sit down. */
function composeTelling(options: Options, reading: Reading) {
  const { store, bus, clock, logger, settings } = options;
  const { access, audience, bubbles, people } = reading;
  const streams = composeStreams(options, reading);
  const telling = new Telling({ access, publish: (news) => newsroom.publish(news) });
  const typing = new Typing({
    clock,
    rate: settings.typingRate,
    typingMs: settings.typingMs,
    tell(roomId, userId, isTyping) {
      telling.typing(roomId, userId, isTyping, people).catch((error: unknown) => {
        logger.warn({ error, roomId }, 'it could not be told who is typing');
      });
    },
  });
  const marks = new ReadMarks({
    ...{ chatrooms: store.chatrooms, clock, logger, markMs: settings.markMs },
    written: (mark, memberCount) => void telling.read(mark, memberCount <= settings.readStateMembersMost),
  });
  const views = new RoomViews({
    ...{ store, bubbles, people },
    callPeople: (roomId) => reading.calls.people(roomId),
    isMuted: (userId, spaceId) => access.spaces.isMuted(userId, spaceId),
    settleMarks: (userId) => marks.settle(userId),
  });
  const joinRooms: SeatingDeps['joinRooms'] = (who) => joinDefaultRoom({ store, clock, telling }, who);
  const seating = new Seating({ ...reading, streams, typing, logger, joinRooms });
  const carryOut = new CarryOut({ ...options, ...reading, seating, streams, views });
  const newsroom: Newsroom = new Newsroom({
    ...{ bus, logger },
    carryOut: (news) => carryOut.apply(news),
    onGap: () => void lookAgain({ audience, seating, streams, access, logger }),
  });
  return { streams, telling, typing, marks, views, seating, carryOut, newsroom };
}

type Told = ReturnType<typeof composeTelling>;

/** What operations are made of. */
function composeContext(options: Options, { access, bubbles, people, recent }: Reading, told: Told) {
  const { store, clock, logger, settings } = options;
  const { newsroom, telling, views } = told;
  const writer = new Writer({
    ...{ chatLog: store.chatLog, bubbles, logger },
    ...{ batchMost: settings.batchMost, waitingMost: settings.waitingMost },
    tell: (roomId, entries) =>
      tellWritten({ bubbles, recent, newsroom, carryOut: told.carryOut }, roomId, entries),
  });
  const context: ChatContext = {
    ...{ store, clock, logger, access, people, telling, writer },
    viewOf: (roomId, userId) => views.of(roomId, userId),
    settleMarks: (userId) => told.marks.settle(userId),
    viewsOf: (rooms, userId) => views.views(rooms, userId),
  };
  return { writer, context };
}

/** Puts the parts of a chat together. */
export function composeChat(options: Options): ChatParts {
  const { clock, logger, settings, store } = options;
  const reading = composeReading(options);
  const told = composeTelling(options, reading);
  const { writer, context } = composeContext(options, reading, told);
  const messages: MessageDeps = {
    ...{ ...reading, store, clock, context, marks: told.marks },
    limits: new Limits({ ...settings, clock }),
    slowMode: new SlowMode({ chatLog: store.chatLog, clock }),
    acts: new RecentActs(clock),
  };
  const operations = { ...createRoomOperations(context), ...createMessageOperations(messages) };
  const { audience, bubbles, calls } = reading;
  const carryOut = told.carryOut.apply.bind(told.carryOut);
  return {
    ...{ ...told, audience, calls, operations, writer },
    bubbleDoor: new BubbleDoor({ audience, bubbles, streams: told.streams, clock, carryOut }),
    handlers: createHandlers({ ...told, audience, messages, context, operations }),
    heeding: new Heeding({ ...reading, seating: told.seating, store }),
    review: new Review({ ...reading, ...told, clock, logger, roundMs: settings.reviewMs }),
  };
}
