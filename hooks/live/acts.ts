import { createStore } from 'zustand/vanilla';
import { RestError } from '#lib/client/rest/RestError.ts';
import type { Toast, Toasts } from '../toasts.ts';
import type { ReadableStore } from '../useSelected.ts';

/** Something that is asked of the server from a menu, which is closed by the time the answer comes. */
export interface Act {
  /** One act per key at a time; a second one meanwhile is ignored. */
  readonly key: string;
  /** Carries it out; resolves with what to say, or with null. */
  perform(): Promise<Toast | null>;
  /** What to say when it was refused. */
  refused(error: RestError): Toast;
}

export interface Acts {
  /** Keys of what is under way. */
  readonly store: ReadableStore<ReadonlySet<string>>;
  /** Resolves when it is over. What is no `RestError` is a bug and rejects. */
  run(act: Act): Promise<void>;
}

/** Key under which everything that is done to somebody is pending. */
export const actKeyOf = ({ userId }: { readonly userId: string }): string => `person-${userId}`;

/** Runs acts and says how they went. */
export function createActs(toasts: Pick<Toasts, 'show'>): Acts {
  const store = createStore<ReadonlySet<string>>(() => new Set());

  function mark(key: string, isPending: boolean): void {
    const pending = new Set(store.getState());
    if (isPending) pending.add(key);
    else pending.delete(key);
    store.setState(pending, true);
  }

  return {
    store,
    async run({ key, perform, refused }) {
      if (store.getState().has(key)) return;
      mark(key, true);
      try {
        const news = await perform();
        if (news !== null) toasts.show(news);
      } catch (error) {
        if (!(error instanceof RestError)) throw error;
        toasts.show(refused(error));
      } finally {
        mark(key, false);
      }
    },
  };
}
