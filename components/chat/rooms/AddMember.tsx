'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { useChatPlace } from '#hooks/chat/ChatPlace.ts';
import { useKnownPeople } from '#hooks/chat/rooms/useKnownPeople.ts';
import type { RoomMembers } from '#hooks/chat/rooms/useRoomMembers.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';

interface AddMemberProps {
  members: RoomMembers;
  onBack: () => void;
}

/** Adds people of the space to a chatroom, one after the other. */
export function AddMember({ members: { members, add }, onBack }: AddMemberProps) {
  const t = useTranslations('chatRooms');
  const { spaceId, subject } = useChatPlace();
  const known = useKnownPeople();
  const except = useMemo(() => (members ?? []).map(({ person }) => person.id), [members]);
  return (
    <div className="grid gap-3">
      <FormProblem error={add.error} />
      <PersonPicker
        spaceId={spaceId}
        mayList={isAllowed(subject, 'read:member:any')}
        known={known}
        except={except}
        hint={t('addHint')}
        onPick={(person) => void add.run(person)}
      />
      <div className="flex justify-end">
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </div>
  );
}
