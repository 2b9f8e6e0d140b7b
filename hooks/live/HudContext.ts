'use client';

import { createContext, use } from 'react';
import type { PersonView } from '../peopleView.ts';
import type { Toasts } from '../toasts.ts';
import type { Acts } from './acts.ts';

/** What is asked about a person before it is done. */
export interface PersonQuestion {
  readonly kind: 'ban' | 'send_out';
  readonly person: PersonView;
}

/** Windows that concern the whole space. */
export type HudWindow = 'none' | 'devices' | 'shortcuts' | 'leave' | 'invite' | 'announce';

/** What everything that floats on the map shares. */
export interface HudTools {
  readonly toasts: Toasts;
  readonly acts: Acts;
  /** Opens the window that asks. */
  ask(question: PersonQuestion): void;
  open(window: HudWindow): void;
  /** Opens the chat beside the map at a room, and at one of its messages. */
  showChat(roomId: string, messageId?: string): void;
}

export const HudContext = createContext<HudTools | null>(null);

/** The tools of the controls on the map. Throws outside of them: that is a mistake in the tree. */
export function useHud(): HudTools {
  const tools = use(HudContext);
  if (tools === null) throw new Error('useHud needs the Hud above it.');
  return tools;
}
