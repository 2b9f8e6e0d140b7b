'use client';

import { useChatNotices } from '#hooks/chat/notices/useChatNotices.ts';

/** Tells of messages for me, wherever it stands on a page of the chat. It shows nothing itself. */
export function ChatNews({ onShow }: { onShow: (roomId: string, messageId: string) => void }) {
  useChatNotices(onShow);
  return null;
}
