import { createAlarm } from '../session/alarm.ts';
import { type ChatBoard, withEntry } from './board.ts';
import { type KeptTexts, keptPrefix } from './keptTexts.ts';

/** Unsent texts by room, kept over reloads a moment after they were typed. */
export interface Drafts {
  /** Whose they are; what was kept for this person is there again. */
  load(userId: string): void;
  set(roomId: string, text: string): void;
  /** Of all rooms but those named. */
  keepOnly(roomIds: ReadonlySet<string>): void;
  /** Keeps at once what is still waiting for its moment. */
  flush(): void;
  /** Nothing more is kept, and what was is forgotten. */
  forget(): void;
}

const pauseMs = 400;

export function createDrafts(board: ChatBoard, texts: KeptTexts, spaceId: string): Drafts {
  const next = createAlarm();
  const changed = new Set<string>();
  let prefix: string | null = null;

  function write(): void {
    if (prefix === null) return;
    for (const roomId of changed) {
      const text = board.get().drafts.get(roomId);
      if (text === undefined) texts.remove(`${prefix}${roomId}`);
      else texts.set(`${prefix}${roomId}`, text);
    }
    changed.clear();
  }

  function set(roomId: string, text: string): void {
    if ((board.get().drafts.get(roomId) ?? '') === text) return;
    board.set({ drafts: withEntry(board.get().drafts, roomId, text === '' ? null : text) });
    changed.add(roomId);
    next.set(pauseMs, write);
  }

  return {
    load(userId) {
      const own = `${keptPrefix(userId, spaceId)}draft:`;
      prefix = own;
      const kept = texts.keys().filter((key) => key.startsWith(own));
      const drafts = kept.map((key) => [key.slice(own.length), texts.get(key) ?? ''] as const);
      // What was typed before it was known who types stands above what was kept.
      board.set({ drafts: new Map([...drafts, ...board.get().drafts]) });
    },
    set,
    keepOnly(roomIds) {
      for (const roomId of [...board.get().drafts.keys()]) if (!roomIds.has(roomId)) set(roomId, '');
    },
    flush() {
      next.clear();
      write();
    },
    forget() {
      next.clear();
      changed.clear();
      if (prefix !== null) for (const key of texts.keys()) if (key.startsWith(prefix)) texts.remove(key);
      prefix = null;
      board.set({ drafts: new Map() });
    },
  };
}
