import type { ChatInput, ChatReply } from '#lib/protocol/chat/operations.ts';
import { chatOperations } from '#lib/protocol/chat/operations.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { ManualClock } from '../../clock.ts';
import { silentLogger } from '../../observability/Logger.ts';
import { createMemoryStore } from '../../persistence/memory/createMemoryStore.ts';
import type { Draft, Store } from '../../persistence/ports.ts';
import { type SeedPeople, seedSpace } from '../../persistence/testing/seed.ts';
import { newMessage } from '../../persistence/testing/seedChat.ts';
import { Access } from '../access/Access.ts';
import { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { ChatContext, ChatTelling, ChatWriter, RoomOperationName } from '../context.ts';
import { People } from '../people/People.ts';
import { createRoomOperations } from '../rooms/createRoomOperations.ts';
import { RoomViews } from '../sync/RoomViews.ts';

/** A word of the chat to those who are connected, as `what room person`. */
export type Told = string;

/** Keeps what was told, and makes readings anew as the chat does. */
function recordingTelling(access: Access, told: Told[]): ChatTelling {
  return {
    async stale({ spaceId = null, roomId = null, userId = null }) {
      access.drop({ spaceId, roomId, userId });
    },
    async roomChanged(roomId) {
      told.push(`changed ${roomId}`);
    },
    async roomOffered(roomId) {
      told.push(`offered ${roomId}`);
    },
    async roomGone(roomId) {
      told.push(`gone ${roomId}`);
    },
    async memberAdded(roomId, userId) {
      told.push(`added ${roomId} ${userId}`);
    },
    async memberRemoved(roomId, userId) {
      told.push(`removed ${roomId} ${userId}`);
    },
  };
}

/** Writes one draft after the other. */
function plainWriter({ chatLog }: Store): ChatWriter {
  return {
    async write(draft: Draft) {
      const [appended] = await chatLog.append([draft]);
      if (appended?.ok) return appended;
      throw new RefusedError(appended?.code ?? 'internal', appended?.message ?? 'nothing was answered');
    },
  };
}

function contextOf(store: Store, clock: ManualClock, told: Told[]): ChatContext {
  const bubbles = new BubbleRooms(silentLogger);
  const keptMs = 15_000;
  const access = new Access({ store, bubbles, clock, keptMs });
  const people = new People({ store, clock, keptMs });
  const settleMarks = () => Promise.resolve();
  const views = new RoomViews({
    ...{ store, bubbles, people, settleMarks, callPeople: () => [] },
    isMuted: (userId, spaceId) => access.spaces.isMuted(userId, spaceId),
  });
  return {
    ...{ store, clock, access, people, logger: silentLogger },
    telling: recordingTelling(access, told),
    writer: plainWriter(store),
    settleMarks,
    viewOf: (roomId, userId) => views.of(roomId, userId),
    viewsOf: (rooms, userId) => views.views(rooms, userId),
  };
}

/** A space with people and its room operations over the memory store, without connections. */
export interface RoomPlace {
  readonly store: Store;
  readonly clock: ManualClock;
  readonly context: ChatContext;
  readonly spaceId: string;
  readonly people: SeedPeople;
  readonly told: Told[];
  /** Asks as somebody; the reply is held against its schema. */
  ask<Name extends RoomOperationName>(
    userId: string,
    name: Name,
    input: ChatInput<Name>,
  ): Promise<ChatReply<Name>>;
  /** The code with which something is refused; `done` when it is not. */
  codeOf(work: Promise<unknown>): Promise<string>;
  /** Makes a room of somebody's, with plain members. */
  room(
    ownerId: string,
    options?: { isPrivate?: boolean; name?: string; members?: string[] },
  ): Promise<string>;
  /** Writes a message past all rights. Returns its id. */
  write(roomId: string, userId: string, content?: string): Promise<string>;
  /** What the audit log says, oldest first. */
  audit(): Promise<{ action: string; targetId: string | null; detail: Record<string, unknown> }[]>;
}

export async function openRoomPlace(): Promise<RoomPlace> {
  const store = createMemoryStore();
  const clock = new ManualClock(Date.parse('2026-11-22T10:00:00.000Z'));
  const told: Told[] = [];
  const context = contextOf(store, clock, told);
  const operations = createRoomOperations(context);
  const { space, people } = await seedSpace(store, { visibility: 'unlisted' });
  const ask: RoomPlace['ask'] = async (userId, name, input) => {
    const reply = await operations[name]({ userId, linkId: null }, input);
    chatOperations[name].reply.parse(reply);
    return reply;
  };
  let rooms = 0;
  return {
    ...{ store, clock, context, spaceId: space.id, people, told, ask },
    async codeOf(work) {
      try {
        await work;
        return 'done';
      } catch (error) {
        if (error instanceof RefusedError) return error.code;
        throw error;
      }
    },
    async room(ownerId, { isPrivate = false, name, members = [] } = {}) {
      rooms += 1;
      const named = name ?? `Room ${rooms}`;
      const { room } = await ask(ownerId, 'create-room', {
        spaceId: space.id,
        name: named,
        description: '',
        isPrivate,
      });
      for (const userId of members) {
        await ask(ownerId, 'set-room-member', { roomId: room.id, userId, role: 'member' });
      }
      return room.id;
    },
    async write(roomId, userId, content = 'Hello') {
      const at = new Date(clock.nowMs()).toISOString();
      const draft = newMessage(roomId, userId, { content, at });
      await context.writer.write(draft);
      return draft.id;
    },
    async audit() {
      const { items } = await store.audit.list(space.id, { limit: 100, after: null }, null);
      return items.reverse().map(({ action, targetId, detail }) => ({ action, targetId, detail }));
    },
  };
}
