'use client';

import { createContext, createElement, type ReactNode, use } from 'react';
import type { Personal } from '#lib/client/space/createPersonal.ts';
import { VisitContext } from '../SpaceContext.ts';

const PersonalContext = createContext<Personal | null>(null);

interface ChatPersonalProviderProps {
  /** Null while it is being made. */
  personal: Personal | null;
  children: ReactNode;
}

/** Gives own preferences and blocks to the chat of the full page. Beside the map the visit has them. */
export function ChatPersonalProvider({ personal, children }: ChatPersonalProviderProps) {
  return createElement(PersonalContext, { value: personal }, children);
}

/** Own preferences and blocks: the page's, else those of the visit; null where there is neither. */
export function useChatPersonal(): Personal | null {
  const given = use(PersonalContext);
  const visit = use(VisitContext);
  return given ?? visit?.personal ?? null;
}
