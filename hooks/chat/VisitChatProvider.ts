'use client';

import { createElement, type ReactNode } from 'react';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import { useVisit } from '../SpaceContext.ts';
import { useSelected } from '../useSelected.ts';
import { ChatProvider } from './ChatContext.ts';

const itself = (chat: ChatStore | null) => chat;

/** Gives the visit's chat to what lies below, as soon as its code has come. */
export function VisitChatProvider({ children }: { children: ReactNode }) {
  const chat = useSelected(useVisit().chat, itself);
  return createElement(ChatProvider, { chat, children });
}
