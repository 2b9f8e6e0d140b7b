'use client';

import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { useSelfId } from '#hooks/chat/useChat.ts';
import { useSelected } from '#hooks/useSelected.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { useRoomTalk } from '../RoomContext.ts';

/** How many names are told of those who reacted alike. */
const namesMost = 8;

/** Emoji on a message: who put them there on hover and for screen readers; a press puts mine there or takes it away. */
export function Reactions({ message, mayReact }: { message: Message; mayReact: boolean }) {
  const t = useTranslations('chat.message');
  const { acts } = useRoomTalk();
  const selfId = useSelfId();
  const namesOf = useNames();
  if (message.reactions.length === 0) return null;
  return (
    <ul aria-label={t('reactions')} className="mt-1.5 flex flex-wrap gap-1.5">
      {message.reactions.map(({ emoji, userIds }) => {
        const isMine = selfId !== null && userIds.includes(selfId);
        const words = t('reaction', { emoji, names: namesOf(userIds) });
        return (
          <li key={emoji}>
            <Tooltip text={words}>
              <button
                type="button"
                aria-pressed={isMine}
                aria-label={words}
                aria-disabled={!mayReact}
                onClick={() => mayReact && acts.react(message, emoji, !isMine)}
                className={cx(
                  'relative inline-flex h-8 items-center gap-1.5 rounded-full px-2.5 text-13 font-medium tabular-nums before:absolute before:-inset-y-1.5 before:inset-x-0',
                  isMine
                    ? 'bg-lagoon-soft text-lagoon-text inset-ring inset-ring-lagoon/40'
                    : 'bg-sunken text-ink-soft hover:bg-line',
                )}
              >
                <span aria-hidden="true">{emoji}</span>
                {userIds.length}
              </button>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}

/** Names of people in one line, mine as “You”, the rest as a number. */
function useNames(): (userIds: readonly string[]) => string {
  const t = useTranslations('chat.message');
  const people = useSelected(useChatStore(), (state) => state.people);
  const selfId = useSelfId();
  return (userIds) => {
    const names = userIds
      .slice(0, namesMost)
      .map((id) => (id === selfId ? t('you') : (people.get(id)?.name ?? t('somebody'))));
    const more = userIds.length - names.length;
    return t('names', { names: names.join(', '), more });
  };
}
