'use client';

import { createContext, use } from 'react';
import type { Viewer } from './viewer.ts';

/** Who the server found signed in; null for nobody. */
export const ViewerContext = createContext<Viewer | null>(null);

/** Who looks at the page; null for nobody. It comes with the page, and anew with `router.refresh()`. */
export const useViewer = (): Viewer | null => use(ViewerContext);
