'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { useRoomActs } from '#hooks/chat/rooms/useRoomActs.ts';
import { useAction } from '#hooks/useAction.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';

interface RoomEndProps {
  room: ChatroomView;
  onClose: () => void;
}

/** Asks before I leave a chatroom. */
export function LeaveRoomDialog({ room, onClose }: RoomEndProps) {
  const t = useTranslations('chatRooms');
  const acts = useRoomActs();
  const toasts = useToasts();
  const leaving = useAction(async () => {
    await acts.leave(room);
    toasts.show({ key: `room-${room.id}`, title: t('left', { room: room.name }) });
    onClose();
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('leaveTitle', { room: room.name })}
      detail={t('leaveText', { isPrivate: room.isPrivate ? 'yes' : 'no' })}
      confirmLabel={t('leaveConfirm')}
      isPending={leaving.isPending}
      error={leaving.error}
      errorWords={{ last_owner: t('lastOwner') }}
      onConfirm={() => void leaving.run()}
    />
  );
}

/** Asks before a chatroom and all that was written in it are gone; its name has to be typed. */
export function DeleteRoomDialog({ room, onClose }: RoomEndProps) {
  const t = useTranslations('chatRooms');
  const acts = useRoomActs();
  const toasts = useToasts();
  const deleting = useAction(async () => {
    await acts.remove(room);
    toasts.show({ key: `room-${room.id}`, title: t('deleted', { room: room.name }) });
    onClose();
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('deleteTitle', { room: room.name })}
      detail={t('deleteText')}
      confirmLabel={t('deleteConfirm')}
      nameToType={room.name}
      isPending={deleting.isPending}
      error={deleting.error}
      onConfirm={() => void deleting.run()}
    />
  );
}
