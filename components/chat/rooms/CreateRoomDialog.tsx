'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { emptyRoomDraft } from '#hooks/chat/rooms/roomDraft.ts';
import { useRoomActs } from '#hooks/chat/rooms/useRoomActs.ts';
import { useRoomForm } from '#hooks/chat/rooms/useRoomForm.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { RoomFields } from './RoomFields.tsx';

interface CreateRoomDialogProps {
  onClose: () => void;
  onMade: (room: ChatroomView) => void;
}

/** A new chatroom. Whoever makes it owns it. */
export function CreateRoomDialog({ onClose, onMade }: CreateRoomDialogProps) {
  const t = useTranslations('chatRooms');
  const acts = useRoomActs();
  const form = useRoomForm(emptyRoomDraft, async (draft) => onMade(await acts.create(draft)));
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()} title={t('create')} lead={t('createLead')}>
      <form onSubmit={form.submit} noValidate className="grid gap-5">
        <FormProblem error={form.error} words={{ conflict: t('nameTaken') }} />
        <RoomFields draft={form.draft} problems={form.problems} onChange={form.change} />
        <div className="flex justify-end">
          <Button type="submit" tone="primary" disabled={form.isPending} aria-busy={form.isPending}>
            {form.isPending ? t('saving') : t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
