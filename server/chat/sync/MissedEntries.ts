import { cachedEntries, replayMost } from '#lib/domain/chat/limits.ts';
import { Gathered } from '../../Gathered.ts';
import type { ChatLogRepository, StoredEntry } from '../../persistence/ports.ts';
import type { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { RecentRooms, RoomEnd } from './RecentRooms.ts';

/** What followed a number in a room: all of it, or word that it is too much or that the number is not one of the room's. */
export type Following =
  | { readonly kind: 'entries'; readonly entries: readonly StoredEntry[]; readonly lastSeq: number }
  | { readonly kind: 'reload'; readonly lastSeq: number };

/** Most entries of one room in one answer of the log: a replay, and what fills the cache beside it. */
const readMost = replayMost + cachedEntries;

/** Everything in a room after a number. */
interface Stretch {
  readonly roomId: string;
  readonly afterSeq: number;
}

/** Most stretches that are asked of the log at once; those of one room are one. */
const askedMost = 2_000;

export interface MissedEntriesDeps {
  readonly chatLog: Pick<ChatLogRepository, 'entriesAfter' | 'entriesAfterMany' | 'lastSeq'>;
  readonly bubbles: BubbleRooms;
  readonly recent: RecentRooms;
}

/** What returning clients missed, from the cache where it reaches back far enough, else from the log, for all at once. */
export class MissedEntries {
  readonly #deps: MissedEntriesDeps;
  readonly #log: Gathered<Stretch, RoomEnd>;

  constructor(deps: MissedEntriesDeps) {
    this.#deps = deps;
    this.#log = new Gathered({ ask: (asked) => this.#askLog(asked), most: askedMost });
  }

  /**
   * @param readSeq the number that the room was just read to have reached; `null`: what this process knows of it counts.
   */
  async after(roomId: string, afterSeq: number, readSeq: number | null): Promise<Following> {
    if (this.#deps.bubbles.has(roomId)) return this.#afterInBubble(roomId, afterSeq);
    const lastSeq = readSeq ?? (await this.#lastSeq(roomId));
    this.#deps.recent.reach(roomId, lastSeq);
    if (afterSeq === lastSeq) return { kind: 'entries', entries: [], lastSeq };
    if (lastSeq - afterSeq > replayMost) return { kind: 'reload', lastSeq };
    const recent = await this.#deps.recent.read(roomId);
    if (recent !== null && reachesBack(recent, afterSeq)) return following(recent, afterSeq);
    // A little more than was asked, so that the next who ask find it in the cache.
    const from = Math.max(0, Math.min(afterSeq, lastSeq - cachedEntries));
    return following(await this.#log.get({ roomId, afterSeq: from }), afterSeq);
  }

  /** The latest entries of a room; a room that is not in the cache is put there. */
  async recent(roomId: string): Promise<RoomEnd> {
    if (this.#deps.bubbles.has(roomId)) {
      const { chatLog } = this.#deps.bubbles;
      const lastSeq = await chatLog.lastSeq(roomId);
      const entries = await chatLog.entriesAfter(
        roomId,
        Math.max(0, lastSeq - cachedEntries),
        cachedEntries + 1,
      );
      return { entries, lastSeq: entries.at(-1)?.seq ?? lastSeq };
    }
    const known = await this.#deps.recent.read(roomId);
    if (known !== null) return known;
    const lastSeq = await this.#deps.chatLog.lastSeq(roomId);
    this.#deps.recent.reach(roomId, lastSeq);
    return await this.#log.get({ roomId, afterSeq: Math.max(0, lastSeq - cachedEntries) });
  }

  async #afterInBubble(roomId: string, afterSeq: number): Promise<Following> {
    const { chatLog } = this.#deps.bubbles;
    const entries = await chatLog.entriesAfter(roomId, afterSeq, replayMost + 1);
    const lastSeq = entries.at(-1)?.seq ?? (await chatLog.lastSeq(roomId));
    if (afterSeq > lastSeq || entries.length > replayMost) return { kind: 'reload', lastSeq };
    return { kind: 'entries', entries, lastSeq };
  }

  async #lastSeq(roomId: string): Promise<number> {
    return this.#deps.recent.height(roomId) ?? (await this.#deps.chatLog.lastSeq(roomId));
  }

  /** One question about all rooms, about each from the lowest number on. What comes back goes into the cache, too. */
  async #askLog(asked: readonly Stretch[]): Promise<RoomEnd[]> {
    const wanted = [...Map.groupBy(asked, ({ roomId }) => roomId)].map(([roomId, stretches]) => ({
      roomId,
      afterSeq: Math.min(...stretches.map(({ afterSeq }) => afterSeq)),
    }));
    const ends = await this.#cachedMeanwhile(wanted);
    const missing = wanted.filter(({ roomId }) => !ends.has(roomId));
    if (missing.length > 0) for (const [roomId, end] of await this.#readLog(missing)) ends.set(roomId, end);
    return asked.map(({ roomId, afterSeq }) => ends.get(roomId) ?? { entries: [], lastSeq: afterSeq });
  }

  /** What the question before this one has brought into the cache. */
  async #cachedMeanwhile(wanted: readonly Stretch[]): Promise<Map<string, RoomEnd>> {
    const ends = new Map<string, RoomEnd>();
    await Promise.all(
      wanted.map(async ({ roomId, afterSeq }) => {
        const end = await this.#deps.recent.read(roomId);
        if (end !== null && reachesBack(end, afterSeq)) ends.set(roomId, end);
      }),
    );
    return ends;
  }

  async #readLog(wanted: Stretch[]): Promise<Map<string, RoomEnd>> {
    const entries = await this.#deps.chatLog.entriesAfterMany(wanted, readMost);
    const byRoom = new Map<string, StoredEntry[]>(wanted.map(({ roomId }) => [roomId, []]));
    for (const entry of entries) byRoom.get(entry.roomId)?.push(entry);
    const ends = new Map<string, RoomEnd>();
    for (const { roomId, afterSeq } of wanted) {
      const found = byRoom.get(roomId) ?? [];
      ends.set(roomId, { entries: found, lastSeq: found.at(-1)?.seq ?? afterSeq });
    }
    await Promise.all([...ends].map(([roomId, end]) => this.#fill(roomId, end)));
    return ends;
  }

  /** A stretch that the limit cut off is not the end of its room. */
  async #fill(roomId: string, { entries, lastSeq }: RoomEnd): Promise<void> {
    if (entries.length === 0 || entries.length >= readMost) return;
    await this.#deps.recent.fill(roomId, entries, lastSeq);
  }
}

/** Whether what followed a number is in it. */
const reachesBack = ({ entries, lastSeq }: RoomEnd, afterSeq: number): boolean =>
  afterSeq >= (entries[0]?.seq ?? lastSeq + 1) - 1;

function following({ entries, lastSeq }: RoomEnd, afterSeq: number): Following {
  const missed = entries.filter(({ seq }) => seq > afterSeq);
  const isCut = entries.length >= readMost;
  if (isCut || afterSeq > lastSeq || missed.length > replayMost) return { kind: 'reload', lastSeq };
  return { kind: 'entries', entries: missed, lastSeq };
}
