'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { useSelfId } from '#hooks/chat/useChat.ts';
import type { RoomTimeline } from '#lib/client/chat/ChatState.ts';

/** Back to the latest messages, with how many came since somebody scrolled away. */
export function ToLatest({ timeline, onPress }: { timeline: RoomTimeline; onPress: () => void }) {
  const t = useTranslations('chat.timeline');
  const selfId = useSelfId();
  const [leftAtSeq] = useState(timeline.lastSeq);
  const count = timeline.messages.filter(({ seq, userId }) => seq > leftAtSeq && userId !== selfId).length;
  return (
    <button
      type="button"
      aria-label={t('toLatest', { count })}
      onClick={onPress}
      className="absolute end-4 bottom-3 flex h-11 animate-rise items-center gap-1.5 rounded-full bg-raised px-3 text-13 font-strong shadow-2 hover:bg-sunken"
    >
      {count > 0 && <span className="ps-1 text-lagoon-text tabular-nums">{t('newCount', { count })}</span>}
      <Icon name="down" size={20} />
    </button>
  );
}
