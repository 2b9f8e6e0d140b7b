'use client';

import { useTranslations } from 'use-intl';
import { useRoomName } from '#components/chat/timeline/useRoomName.ts';
import { buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import { useRoom } from '#hooks/chat/useChat.ts';

interface LeaveProps {
  onLeave: () => void;
}

/** Leaves the people beside me and stays in the space. */
export function StepAwayButton({ onLeave }: LeaveProps) {
  const t = useTranslations('tools');
  return <AwayButton words={t('stepAway')} hint={t('stepAwayHint')} onLeave={onLeave} />;
}

/** Names the chatroom whose call I am in, and leaves it. */
export function LeaveRoomCallButton({ roomId, onLeave }: LeaveProps & { roomId: string }) {
  const t = useTranslations('calls.room');
  const room = useRoom(roomId);
  const nameOf = useRoomName();
  const name = room === null ? null : nameOf(room);
  return (
    <>
      <span
        data-testid="call-room"
        className="me-1.5 max-w-48 truncate text-13 text-ink-soft max-desk:sr-only"
      >
        {name === null ? t('inUnnamed') : t('in', { room: name })}
      </span>
      <AwayButton
        words={t('leave')}
        hint={name === null ? t('leaveHintUnnamed') : t('leaveHint', { room: name })}
        onLeave={onLeave}
      />
    </>
  );
}

/** On a narrow phone the words give way to the picture; the name stays. */
function AwayButton({ words, hint, onLeave }: LeaveProps & { words: string; hint: string }) {
  return (
    <Tooltip text={hint} shortcut="X">
      <button
        type="button"
        aria-keyshortcuts="X"
        onClick={onLeave}
        className={buttonClass('away', 'normal', 'animate-grow max-desk:px-3')}
      >
        <Icon name="away" size={19} className="rtl:-scale-x-100" />
        <span className="max-desk:sr-only">{words}</span>
      </button>
    </Tooltip>
  );
}
