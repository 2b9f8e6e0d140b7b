import { createStore, type StoreApi } from 'zustand/vanilla';
import { RestError } from '#lib/client/rest/RestError.ts';

export interface ActionState {
  readonly isPending: boolean;
  /** Why the last run was refused; null while one is under way and after a success. */
  readonly error: RestError | null;
}

export interface ActionRunner {
  readonly store: StoreApi<ActionState>;
  /** Resolves with undefined when it was refused, or ignored because another run is under way. Bugs reject. */
  run<Result>(perform: () => Promise<Result>): Promise<Result | undefined>;
  /** Forgets the error. */
  reset(): void;
}

const idle: ActionState = { isPending: false, error: null };

/** Runs one thing at a time and knows how it stands. */
export function createActionRunner(): ActionRunner {
  const store = createStore<ActionState>(() => idle);
  return {
    store,
    async run(perform) {
      if (store.getState().isPending) return undefined;
      store.setState({ isPending: true, error: null });
      try {
        const result = await perform();
        store.setState(idle);
        return result;
      } catch (failure) {
        const error = failure instanceof RestError ? failure : null;
        store.setState({ isPending: false, error });
        if (error === null) throw failure;
        return undefined;
      }
    },
    reset: () => store.setState({ error: null }),
  };
}
