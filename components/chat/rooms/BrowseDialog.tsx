'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Field } from '#components/ui/Field.tsx';
import { isMatch } from '#hooks/chat/rooms/matchingPeople.ts';
import { useRooms } from '#hooks/chat/useChat.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';

/** From here on a list wants a field to find something in it. */
const longFrom = 8;

interface BrowseDialogProps {
  onClose: () => void;
  /** The room is joined by whoever gets it. */
  onPick: (room: ChatroomView) => void;
}

/** Public chatrooms that I am no member of. */
export function BrowseDialog({ onClose, onPick }: BrowseDialogProps) {
  const t = useTranslations('chatRooms');
  const joinable = useRooms()?.joinable ?? [];
  const [wanted, setWanted] = useState('');
  const shown = joinable.filter(({ name, description }) => isMatch(`${name} ${description}`, wanted));
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('browseTitle')}
      lead={t('browseLead')}
    >
      {joinable.length === 0 && (
        <EmptyState icon="chat" title={t('browseNone')} level={3}>
          <p>{t('browseNoneText')}</p>
        </EmptyState>
      )}
      {joinable.length >= longFrom && (
        <Field
          label={t('filter')}
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul className="mt-2">
        {shown.map((room) => (
          <JoinableRoom key={room.id} room={room} onJoin={() => onPick(room)} />
        ))}
      </ul>
      {joinable.length > 0 && shown.length === 0 && (
        <p role="status" className="py-4 text-14 text-ink-soft">
          {t('noMatch')}
        </p>
      )}
    </Dialog>
  );
}

function JoinableRoom({ room, onJoin }: { room: ChatroomView; onJoin: () => void }) {
  const t = useTranslations('chatRooms');
  return (
    <li className="flex items-center gap-3 border-t border-line py-3 first:border-0">
      <div className="min-w-0 flex-1">
        <p className="text-14 font-name wrap-anywhere">{room.name}</p>
        {room.description !== '' && (
          <p className="text-13 text-pretty wrap-anywhere text-ink-soft">{room.description}</p>
        )}
        <p className="text-12 text-ink-soft">{t('members', { count: room.memberCount })}</p>
      </div>
      <Button size="small" tone="line" aria-label={t('joinRoom', { room: room.name })} onClick={onJoin}>
        {t('join')}
      </Button>
    </li>
  );
}
