'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { roomDraftOf } from '#hooks/chat/rooms/roomDraft.ts';
import { useRoomActs } from '#hooks/chat/rooms/useRoomActs.ts';
import { useRoomForm } from '#hooks/chat/rooms/useRoomForm.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { RoomFields } from './RoomFields.tsx';

interface EditRoomDialogProps {
  room: ChatroomView;
  onClose: () => void;
}

/** Changes what a chatroom is called, who may come, and how fast it goes. */
export function EditRoomDialog({ room, onClose }: EditRoomDialogProps) {
  const t = useTranslations('chatRooms');
  const acts = useRoomActs();
  const toasts = useToasts();
  const form = useRoomForm(roomDraftOf(room), async (draft) => {
    await acts.edit(room, draft);
    toasts.show({ key: `room-${room.id}`, title: t('changed') });
    onClose();
  });
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()} title={t('editTitle', { room: room.name })}>
      <form onSubmit={form.submit} noValidate className="grid gap-5">
        <FormProblem error={form.error} words={{ conflict: t('nameTaken') }} />
        <RoomFields
          draft={form.draft}
          problems={form.problems}
          isDefault={room.isDefault}
          onChange={form.change}
        />
        <div className="flex justify-end">
          <Button type="submit" tone="primary" disabled={form.isPending} aria-busy={form.isPending}>
            {form.isPending ? t('editSaving') : t('editSave')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
