'use client';

import { createContext, use } from 'react';
import type { Toasts } from './toasts.ts';

/** The toasts of the pages outside of a space; `AppToasts` provides them. */
export const ToastsContext = createContext<Toasts | null>(null);

/** Where a page shows short news. Throws outside of `AppToasts`, which is a mistake in the layout. */
export function useToasts(): Toasts {
  const toasts = use(ToastsContext);
  if (toasts === null) throw new Error('useToasts needs AppToasts above it');
  return toasts;
}
