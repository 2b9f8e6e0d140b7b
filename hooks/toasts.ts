import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Toast {
  /** A later toast with the same key takes the place of the earlier one. */
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  /** Key of the drawn face beside the words. */
  readonly cast?: string;
  readonly tone?: 'plain' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long a toast stays, in ms; with something to press it stays longer (WCAG 2.2.1). */
export const toastLifeMs = { plain: 5_000, withAction: 12_000 } as const;

/** Most toasts at once; the oldest gives way. */
const capacity = 3;

export interface Toasts {
  readonly store: StoreApi<readonly Toast[]>;
  show(toast: Toast): void;
  dismiss(key: string): void;
}

/** Short news at the edge of the space. */
export function createToasts(): Toasts {
  const store = createStore<readonly Toast[]>(() => []);
  const without = (key: string) => store.getState().filter((toast) => toast.key !== key);
  return {
    store,
    show: (toast) => store.setState([...without(toast.key), toast].slice(-capacity), true),
    dismiss: (key) => store.setState(without(key), true),
  };
}
