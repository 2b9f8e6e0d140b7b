'use client';

import { useTranslations } from 'use-intl';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';

/** What a room is called: a direct one after the other person, a bubble's by what it is. */
export function useRoomName(): (room: Pick<ChatroomView, 'kind' | 'name' | 'other'>) => string {
  const t = useTranslations('chat');
  return ({ kind, name, other }) => {
    if (kind === 'bubble') return t('bubble');
    return kind === 'direct' ? (other?.name ?? t('message.somebody')) : name;
  };
}
