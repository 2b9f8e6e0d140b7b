'use client';

import { createContext, createElement, type ReactNode, use } from 'react';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import { pendingChat } from '#lib/client/chat/pendingChat.ts';

const ChatContext = createContext<ChatStore | null>(null);

interface ChatProviderProps {
  /** Null while it is being made or its code is on its way: everything below sees a chat that connects. */
  chat: ChatStore | null;
  children: ReactNode;
}

/** Gives the chat of a space to what lies below. */
export function ChatProvider({ chat, children }: ChatProviderProps) {
  return createElement(ChatContext, { value: chat ?? pendingChat }, children);
}

/**
 * The chat this component belongs to. It changes once, when its code has come: effects that call it name it among their
 * dependencies. Throws outside of a provider: that is a mistake in the tree.
 */
export function useChatStore(): ChatStore {
  const chat = use(ChatContext);
  if (chat === null) throw new Error('useChatStore needs a ChatProvider above it.');
  return chat;
}
