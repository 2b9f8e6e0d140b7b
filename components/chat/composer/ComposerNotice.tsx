'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { useRoomActs } from '#hooks/chat/rooms/useRoomActs.ts';
import { useOutgoing } from '#hooks/chat/useChat.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import { isAllowedInRoom } from '#lib/domain/chat/rooms.ts';
import { useRoomTalk } from '../RoomContext.ts';

/** Why nothing can be written here at the moment. */
export function ComposerNotice({ kind }: { kind: 'muted' | 'closed' }) {
  const t = useTranslations('chat.composer');
  const chat = useChatStore();
  const { room } = useRoomTalk();
  const refused = useOutgoing(room.id).filter(
    ({ status }) => status.kind === 'failed' && status.code === 'muted',
  );
  const acts = useRoomActs();
  const looking = useToldAction('chat-muted', () => acts.reread(room.id));
  return (
    <div
      role="status"
      className="flex min-h-15 items-center gap-3 border-t border-line px-4 py-2.5 text-14 text-ink-soft"
    >
      <Icon name={kind === 'muted' ? 'block' : 'lock'} size={20} />
      <p className="min-w-0 flex-1 text-pretty">{kind === 'muted' ? t('muted') : t('closed')}</p>
      {kind === 'closed' && <JoinButton />}
      {kind === 'muted' && (
        <Button
          size="small"
          onClick={() => {
            // A mute may have come to its end by itself.
            void looking.run();
            for (const { clientId } of refused) chat.retry(clientId);
          }}
        >
          {t('tryAgain')}
        </Button>
      )}
    </div>
  );
}

/** The way in, where everybody may come in. */
function JoinButton() {
  const t = useTranslations('chat.room');
  const { room, subject } = useRoomTalk();
  const acts = useRoomActs();
  const joining = useToldAction('chat-join', () => acts.join(room.id));
  if (room.role !== null || !isAllowedInRoom(subject, 'join:room')) return null;
  return (
    <Button tone="primary" size="small" onClick={() => void joining.run()}>
      {t('join')}
    </Button>
  );
}
