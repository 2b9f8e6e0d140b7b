'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#components/ui/Dialog.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { useChatPlace } from '#hooks/chat/ChatPlace.ts';
import { useKnownPeople } from '#hooks/chat/rooms/useKnownPeople.ts';
import { useRoomActs } from '#hooks/chat/rooms/useRoomActs.ts';
import { useSelfId } from '#hooks/chat/useChat.ts';
import { useAction } from '#hooks/useAction.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';

interface WriteDialogProps {
  onClose: () => void;
  onPick: (room: ChatroomView) => void;
}

/** Whom to write to: members of the space, and whoever is inside. */
export function WriteDialog({ onClose, onPick }: WriteDialogProps) {
  const t = useTranslations('chatRooms');
  const { spaceId, subject } = useChatPlace();
  const acts = useRoomActs();
  const known = useKnownPeople();
  const selfId = useSelfId();
  const except = useMemo(() => (selfId === null ? [] : [selfId]), [selfId]);
  const opening = useAction(async ({ id }: PersonView) => onPick(await acts.openDirect(id)));
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()} title={t('writeTitle')} lead={t('writeLead')}>
      <div className="grid gap-3">
        <FormProblem error={opening.error} />
        <PersonPicker
          spaceId={spaceId}
          mayList={isAllowed(subject, 'read:member:any')}
          known={known}
          except={except}
          onPick={(person) => void opening.run(person)}
        />
      </div>
    </Dialog>
  );
}
