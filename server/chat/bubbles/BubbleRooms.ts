import type { Logger } from '../../observability/Logger.ts';
import { memoryChatLog } from '../../persistence/memory/chat/chatLog.ts';
import { memoryChatrooms } from '../../persistence/memory/chat/chatrooms.ts';
import { createTables } from '../../persistence/memory/tables.ts';
import type {
  Appended,
  ChatLogRepository,
  Chatroom,
  ChatroomRepository,
  Draft,
} from '../../persistence/ports.ts';
import type { ChatBubble } from '../ports.ts';

/** Who came into a bubble or left it, and which bubbles are no more. */
export interface BubbleChanges {
  readonly came: { readonly roomId: string; readonly userId: string; readonly since: number }[];
  readonly left: { readonly roomId: string; readonly userId: string }[];
  readonly gone: string[];
}

/** Most entries of one bubble where nothing else is said: they lie in memory as long as somebody stands there. */
const usualEntriesMost = 10_000;

interface Bubble {
  readonly room: Chatroom;
  /** Number of the room's latest entry when somebody came; they see what came after it. */
  readonly since: Map<string, number>;
  lastSeq: number;
}

/**
 * The rooms of the bubbles of this process. Their logs live in memory, in repositories like the stored ones; what was
 * said ends with the bubble.
 */
export class BubbleRooms {
  readonly chatrooms: ChatroomRepository;
  readonly chatLog: ChatLogRepository;
  readonly #bubbles = new Map<string, Bubble>();
  readonly #logger: Logger;
  readonly #entriesMost: number;

  constructor(logger: Logger, entriesMost = usualEntriesMost) {
    const tables = createTables();
    this.chatrooms = memoryChatrooms(tables);
    this.chatLog = memoryChatLog(tables);
    this.#logger = logger;
    this.#entriesMost = entriesMost;
  }

  has(roomId: string): boolean {
    return this.#bubbles.has(roomId);
  }

  room(roomId: string): Chatroom | null {
    return this.#bubbles.get(roomId)?.room ?? null;
  }

  /** Number after which somebody sees the entries of a bubble; `null`: they are not in it. */
  since(roomId: string, userId: string): number | null {
    return this.#bubbles.get(roomId)?.since.get(userId) ?? null;
  }

  /** Ids of the bubbles of a space that somebody is in: one at most. */
  of(spaceId: string, userId: string): string[] {
    return [...this.#bubbles.values()]
      .filter(({ room, since }) => room.spaceId === spaceId && since.has(userId))
      .map(({ room }) => room.id);
  }

  async append(draft: Draft): Promise<Appended> {
    if ((this.#bubbles.get(draft.roomId)?.lastSeq ?? 0) >= this.#entriesMost) {
      return { ok: false, code: 'conflict', message: 'The bubble is full: step out of it and begin anew.' };
    }
    const [appended] = await this.chatLog.append([draft]);
    if (appended === undefined) throw new Error('The log answered nothing.');
    const bubble = this.#bubbles.get(draft.roomId);
    if (bubble !== undefined && appended.ok && appended.entry !== null) {
      bubble.lastSeq = Math.max(bubble.lastSeq, appended.entry.seq);
    }
    return appended;
  }

  /** All bubbles of a space as they are now. */
  apply(spaceId: string, bubbles: readonly ChatBubble[], at: string): BubbleChanges {
    const now = new Map(bubbles.map((bubble) => [bubble.id, bubble]));
    const former = [...this.#bubbles].filter(([, { room }]) => room.spaceId === spaceId);
    const gone = former.map(([id]) => id).filter((id) => !now.has(id));
    const left = former.flatMap(([id, bubble]) => this.#leave(bubble, now.get(id)?.userIds ?? []));
    for (const id of gone) this.#end(id);
    const came = bubbles.flatMap(({ id, userIds }) => {
      const bubble = this.#bubbles.get(id) ?? this.#begin(id, spaceId, at);
      return this.#come(bubble, userIds, at);
    });
    return { came, left, gone };
  }

  #begin(id: string, spaceId: string, at: string): Bubble {
    const made = { id, spaceId, kind: 'bubble', name: '', description: '', isPrivate: true } as const;
    const plain = { isDefault: false, slowModeS: 0, createdBy: null, createdAt: at, directKey: null };
    this.#settle(this.chatrooms.create({ ...made, ...plain }, []));
    const counts = { version: 1, lastSeq: 0, messageCount: 0, lastMessageAt: null, memberCount: 0 };
    const bubble = { room: { ...made, ...plain, ...counts }, since: new Map<string, number>(), lastSeq: 0 };
    this.#bubbles.set(id, bubble);
    return bubble;
  }

  #come(bubble: Bubble, userIds: readonly string[], joinedAt: string): BubbleChanges['came'] {
    const { room, since, lastSeq } = bubble;
    const newcomers = userIds.filter((userId) => !since.has(userId));
    return newcomers.map((userId) => {
      since.set(userId, lastSeq);
      const member = { roomId: room.id, userId, role: 'member', joinedAt, readSeq: lastSeq } as const;
      this.#settle(this.chatrooms.putMember(member));
      return { roomId: room.id, userId, since: lastSeq };
    });
  }

  #leave({ room, since }: Bubble, staying: readonly string[]): BubbleChanges['left'] {
    const leavers = [...since.keys()].filter((userId) => !staying.includes(userId));
    return leavers.map((userId) => {
      since.delete(userId);
      this.#settle(this.chatrooms.removeMember(room.id, userId));
      return { roomId: room.id, userId };
    });
  }

  #end(roomId: string): void {
    this.#bubbles.delete(roomId);
    this.#settle(this.chatrooms.remove(roomId));
  }

  /** The repositories work in the same turn; only their answers come later. */
  #settle(done: Promise<unknown>): void {
    done.catch((error: unknown) => this.#logger.error({ error }, 'the room of a bubble could not be kept'));
  }
}
