'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { useRoomTalk } from '../RoomContext.ts';
import { useRoomName } from './useRoomName.ts';

/** A room in which nobody has said anything yet. */
export function EmptyTalk() {
  const t = useTranslations('chat.timeline');
  const { room } = useRoomTalk();
  const name = useRoomName()(room);
  return (
    <div className="grid min-h-0 flex-1 content-center-safe justify-items-center overflow-y-auto px-6 py-2 text-center">
      {room.other === null ? (
        <span className="mb-4 inline-grid size-13 place-items-center rounded-full bg-sunken text-ink-soft">
          <Icon name="chat" size={24} />
        </span>
      ) : (
        <Avatar cast={room.other.cast} size={40} className="mb-4" />
      )}
      <p className="text-18 font-title tracking-title text-balance">{t('emptyTitle')}</p>
      <p className="mt-1 max-w-80 text-14 text-pretty text-ink-soft">
        {t('empty', { kind: room.kind, name })}
      </p>
    </div>
  );
}
