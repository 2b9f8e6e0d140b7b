import { createAlarm } from '../session/alarm.ts';
import type { ChatBoard } from './board.ts';
import type { OutboxStorage } from './outboxStorage.ts';
import type { OutboxItem } from './outgoing.ts';

/** The messages that are on their way, shown and kept. */
export interface OutboxItems {
  all(): readonly OutboxItem[];
  get(clientId: string): OutboxItem | null;
  add(items: readonly OutboxItem[]): void;
  /** Replaces an item; one that is gone meanwhile stays gone. */
  change(clientId: string, next: (item: OutboxItem) => OutboxItem): void;
  drop(clientIds: readonly string[]): void;
  /** From now on they are kept here; those that are there already, too. */
  keepIn(storage: OutboxStorage): void;
  /** Nothing is kept any more. */
  stopKeeping(): void;
  storage(): OutboxStorage | null;
  /** Calls back when the next item that waits for its time is due. */
  wakeAtNext(run: () => void): void;
  close(): void;
}

export function createOutboxItems(board: ChatBoard, now: () => number): OutboxItems {
  const wake = createAlarm();
  let items: readonly OutboxItem[] = [];
  let storage: OutboxStorage | null = null;

  function put(next: readonly OutboxItem[]): void {
    items = next;
    board.set({ outgoing: next.map(({ message }) => message) });
  }

  return {
    all: () => items,
    get: (clientId) => items.find(({ message }) => message.clientId === clientId) ?? null,
    add(added) {
      const news = added.filter(
        ({ message }) => !items.some((one) => one.message.clientId === message.clientId),
      );
      for (const item of news) storage?.save(item);
      put([...items, ...news]);
    },
    change(clientId, next) {
      put(items.map((item) => (item.message.clientId === clientId ? next(item) : item)));
    },
    drop(clientIds) {
      const gone = new Set(clientIds);
      if (!items.some(({ message }) => gone.has(message.clientId))) return;
      for (const clientId of gone) storage?.remove(clientId);
      put(items.filter(({ message }) => !gone.has(message.clientId)));
    },
    keepIn(next) {
      storage = next;
      for (const item of items) next.save(item);
    },
    stopKeeping() {
      storage = null;
      put([]);
    },
    storage: () => storage,
    wakeAtNext(run) {
      const times = items.map(({ notBeforeMs }) => notBeforeMs).filter((atMs) => atMs > now());
      if (times.length === 0) wake.clear();
      else wake.set(Math.min(...times) - now(), run);
    },
    close: wake.clear,
  };
}
