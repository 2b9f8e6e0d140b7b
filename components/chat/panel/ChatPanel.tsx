'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { iconButtonClass } from '#components/ui/iconButtonClass.ts';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import { useChatPlace } from '#hooks/chat/ChatPlace.ts';
import { chatPath } from '#hooks/chat/rooms/chatPath.ts';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';
import { ChatShell } from '../ChatShell.tsx';
import { type ChatStart, lastRoom, useShell } from '../useShell.ts';

interface ChatPanelProps {
  /** Where it opens, when a place was asked for; else where it was last. */
  start?: ChatStart | null;
  onClose: () => void;
}

/** The chat beside the map; on phones over it, as high as the window. */
export function ChatPanel({ start: wanted = null, onClose }: ChatPanelProps) {
  const t = useTranslations('chat.room');
  const place = useChatPlace();
  const [start] = useState(() => wanted ?? { roomId: lastRoom(place.spaceId) || null, messageId: null });
  const shell = useShell(place.spaceId, start);
  const panel = useFocusAtFirst<HTMLElement>();
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      className="pointer-events-auto fixed inset-0 z-20 flex animate-rise flex-col bg-raised pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] shadow-3 outline-none desk:inset-x-auto desk:inset-y-4 desk:end-4 desk:w-95 desk:overflow-hidden desk:rounded-lg desk:p-0 low:inset-x-auto low:inset-y-3 low:end-3 low:w-95 low:overflow-hidden low:rounded-lg"
    >
      <ChatShell
        layout="panel"
        shell={shell}
        onClose={onClose}
        headLinks={<FullPageLink slug={place.slug} />}
      />
    </aside>
  );
}

/** The same chat on a page of its own, in another tab, so that the call here goes on. */
function FullPageLink({ slug }: { slug: string }) {
  const t = useTranslations('chat.room');
  if (slug === '') return null;
  return (
    <Tooltip text={t('fullPage')} side="bottom">
      <a
        href={chatPath(slug)}
        target="_blank"
        rel="noopener"
        aria-label={t('fullPage')}
        className={iconButtonClass('soft')}
      >
        <Icon name="external" size={20} className="rtl:-scale-x-100" />
      </a>
    </Tooltip>
  );
}
