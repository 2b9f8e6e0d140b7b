import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { ChatState } from './ChatState.ts';

/** The one state of a chat, as its parts write it. */
export interface ChatBoard {
  readonly store: Pick<StoreApi<ChatState>, 'getState' | 'subscribe'>;
  /** As it stands, with changes that nobody was told of yet. */
  get(): ChatState;
  set(change: Partial<ChatState>): void;
  /** Everything that is set meanwhile becomes visible at once, so that nobody sees a message twice or not at all. */
  together(run: () => void): void;
  addPeople(people: readonly PersonView[]): void;
}

export function createChatBoard(initial: ChatState): ChatBoard {
  const store = createStore<ChatState>(() => initial);
  let current = initial;
  let depth = 0;

  function publish(): void {
    if (depth === 0 && store.getState() !== current) store.setState(current, true);
  }

  function set(change: Partial<ChatState>): void {
    current = { ...current, ...change };
    publish();
  }

  return {
    store: { getState: store.getState, subscribe: store.subscribe },
    get: () => current,
    set,
    together(run) {
      depth += 1;
      try {
        run();
      } finally {
        depth -= 1;
        publish();
      }
    },
    addPeople(people) {
      const news = people.filter((person) => !isSame(current.people.get(person.id), person));
      if (news.length === 0) return;
      set({ people: new Map([...current.people, ...news.map((person) => [person.id, person] as const)]) });
    },
  };
}

function isSame(a: PersonView | undefined, b: PersonView): boolean {
  return a !== undefined && a.name === b.name && a.cast === b.cast;
}

/** A map with one entry replaced; `null` takes it out. */
export function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | null,
): ReadonlyMap<string, Value> {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}
