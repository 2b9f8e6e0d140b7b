'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';
import { useRoomSubject } from '#hooks/chat/rooms/useRoomSubject.ts';
import { useRoom } from '#hooks/chat/useChat.ts';
import { type Pins, usePins } from '#hooks/chat/usePins.ts';
import { useErrorWords } from '#hooks/errorWords.ts';
import { isAllowedInRoom } from '#lib/domain/chat/rooms.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { SideHead } from '../SideHead.tsx';
import { PinItem } from './PinItem.tsx';

interface PinsViewProps {
  roomId: string;
  onPick: (roomId: string, messageId: string) => void;
  onClose: () => void;
}

/** What somebody pinned to a room, the latest pin first. */
export function PinsView({ roomId, onPick, onClose }: PinsViewProps) {
  const t = useTranslations('chatPins');
  const common = useTranslations('common');
  const room = useRoom(roomId);
  const pins = usePins(roomId);
  return (
    <>
      <SideHead title={t('label')} closeLabel={common('close')} onClose={onClose} />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
        <Situation pins={pins} />
        {room !== null && <PinList room={room} pins={pins} onPick={onPick} />}
      </div>
    </>
  );
}

function Situation({ pins: { messages, reading } }: { pins: Pins }) {
  const t = useTranslations('chatPins');
  const wordsOf = useErrorWords();
  if (reading.error !== null) {
    return (
      <div role="alert" className="grid justify-items-start gap-3 py-4 text-14">
        <p>{wordsOf(reading.error)}</p>
        <Button size="small" onClick={() => void reading.run()}>
          {t('again')}
        </Button>
      </div>
    );
  }
  if (messages === null) return <SkeletonRows count={3} hasFaces />;
  if (messages.length > 0) return null;
  return (
    <EmptyState icon="pin" title={t('none')} level={3} className="mt-2">
      <p>{t('noneText')}</p>
    </EmptyState>
  );
}

interface PinListProps {
  room: ChatroomView;
  pins: Pins;
  onPick: PinsViewProps['onPick'];
}

function PinList({ room, pins: { messages, people, reading }, onPick }: PinListProps) {
  const mayPin = isAllowedInRoom(useRoomSubject(room), 'pin:message');
  if (messages === null) return null;
  return (
    <ol>
      {messages.map((message) => (
        <PinItem
          key={message.id}
          message={message}
          author={people.get(message.userId) ?? null}
          mayUnpin={mayPin}
          onShow={() => onPick(message.roomId, message.id)}
          onUnpinned={() => void reading.run()}
        />
      ))}
    </ol>
  );
}
