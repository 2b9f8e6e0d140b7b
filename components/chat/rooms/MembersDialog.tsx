'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';
import { type RoomMembers, useRoomMembers } from '#hooks/chat/rooms/useRoomMembers.ts';
import { useRoomSubject } from '#hooks/chat/rooms/useRoomSubject.ts';
import { isAllowedInRoom } from '#lib/domain/chat/rooms.ts';
import type { ChatroomView, RoomMemberView } from '#lib/protocol/chat/views.ts';
import { AddMember } from './AddMember.tsx';
import { MemberList } from './MemberList.tsx';

interface MembersDialogProps {
  room: ChatroomView;
  onClose: () => void;
}

/** Who is in a chatroom and as what; who may, adds people and takes them out. */
export function MembersDialog({ room, onClose }: MembersDialogProps) {
  const t = useTranslations('chatRooms');
  const subject = useRoomSubject(room);
  const members = useRoomMembers(room);
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<RoomMemberView | null>(null);
  const mayAdd = isAllowedInRoom(subject, 'add:member');
  return (
    <>
      <Dialog
        open
        onOpenChange={(isOpen) => isOpen || onClose()}
        title={t(isAdding ? 'addTitle' : 'membersTitle', { room: room.name })}
      >
        {isAdding ? (
          <AddMember members={members} onBack={() => setAdding(false)} />
        ) : (
          <div className="grid gap-3">
            {mayAdd && (
              <Button icon="personPlus" tone="line" onClick={() => setAdding(true)}>
                {t('add')}
              </Button>
            )}
            <KnownMembers room={room} members={members} onRemove={setAsked} />
          </div>
        )}
      </Dialog>
      <RemoveDialog room={room} members={members} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

interface KnownMembersProps {
  room: ChatroomView;
  members: RoomMembers;
  onRemove: (member: RoomMemberView) => void;
}

function KnownMembers({ room, members, onRemove }: KnownMembersProps) {
  const t = useTranslations('chatRooms');
  const { reading } = members;
  if (reading.error !== null) {
    return (
      <>
        <FormProblem error={reading.error} />
        <Button onClick={() => void reading.run()}>{t('again')}</Button>
      </>
    );
  }
  if (members.members === null) return <SkeletonRows count={4} hasFaces />;
  return (
    <MemberList
      room={room}
      members={members.members}
      onRole={(member, role) => void members.setRole.run(member, role)}
      onRemove={onRemove}
    />
  );
}

interface RemoveDialogProps {
  room: ChatroomView;
  members: RoomMembers;
  asked: RoomMemberView | null;
  onClose: () => void;
}

function RemoveDialog({ room, members: { remove }, asked, onClose }: RemoveDialogProps) {
  const t = useTranslations('chatRooms');
  const name = asked?.person.name ?? '';
  function close(): void {
    remove.reset();
    onClose();
  }
  async function confirm(member: RoomMemberView): Promise<void> {
    if (await remove.run(member)) onClose();
  }
  return (
    <ConfirmDialog
      open={asked !== null}
      onOpenChange={(isOpen) => isOpen || close()}
      title={t('removeTitle', { name, room: room.name })}
      detail={t('removeText', { name })}
      confirmLabel={t('remove')}
      isPending={remove.isPending}
      error={remove.error}
      errorWords={{ last_owner: t('lastOwner') }}
      onConfirm={() => {
        if (asked !== null) void confirm(asked);
      }}
    />
  );
}
