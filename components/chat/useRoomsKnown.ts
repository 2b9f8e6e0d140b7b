'use client';

import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { useSelected } from '#hooks/useSelected.ts';
import type { ChatState } from '#lib/client/chat/ChatState.ts';

const isKnown = ({ rooms }: ChatState) => rooms !== null;

/** Whether the first list of rooms has come, so that one which is not in it is not mine to see. */
export function useRoomsKnown(): boolean {
  return useSelected(useChatStore(), isKnown);
}
