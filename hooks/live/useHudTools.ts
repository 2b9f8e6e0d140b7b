'use client';

import { useMemo, useState } from 'react';
import { createToasts } from '../toasts.ts';
import { createActs } from './acts.ts';
import type { HudTools, HudWindow, PersonQuestion } from './HudContext.ts';

export interface OwnHudTools {
  readonly tools: Omit<HudTools, 'showChat'>;
  readonly window: HudWindow;
  readonly question: PersonQuestion | null;
  answered(): void;
}

/** Makes the tools of the controls on the map, and knows which of their windows is open. */
export function useHudTools(): OwnHudTools {
  const [toasts] = useState(createToasts);
  const [window, open] = useState<HudWindow>('none');
  const [question, ask] = useState<PersonQuestion | null>(null);
  const tools = useMemo(() => ({ toasts, acts: createActs(toasts), ask, open }), [toasts]);
  return { tools, window, question, answered: () => ask(null) };
}
