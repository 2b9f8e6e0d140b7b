'use client';

import { useRef, useSyncExternalStore } from 'react';

/** What a store must offer to be read by a component. */
export interface ReadableStore<State> {
  getState(): State;
  subscribe(listener: () => void): () => void;
}

/**
 * Reads a part of a store and follows it. The former part is kept while `isSame` finds the new one alike, so selectors
 * may build new objects without making the component render.
 */
export function useSelected<State, Part>(
  store: ReadableStore<State>,
  select: (state: State) => Part,
  isSame: (a: Part, b: Part) => boolean = Object.is,
): Part {
  const last = useRef<{ readonly part: Part } | null>(null);
  const read = (): Part => {
    const part = select(store.getState());
    if (last.current !== null && isSame(last.current.part, part)) return last.current.part;
    last.current = { part };
    return part;
  };
  return useSyncExternalStore(store.subscribe, read, read);
}
