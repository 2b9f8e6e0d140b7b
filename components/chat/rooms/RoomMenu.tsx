'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MenuItem, MenuLine } from '#components/ui/Menu.tsx';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import { useRoomSubject } from '#hooks/chat/rooms/useRoomSubject.ts';
import { useBlockable } from '#hooks/chat/useBlock.ts';
import { isAllowedInRoom, type RoomPermission } from '#lib/domain/chat/rooms.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { BlockItem } from '../BlockItem.tsx';
import { useRoomName } from '../timeline/useRoomName.ts';
import { EditRoomDialog } from './EditRoomDialog.tsx';
import { MembersDialog } from './MembersDialog.tsx';
import { DeleteRoomDialog, LeaveRoomDialog } from './roomEnds.tsx';

type RoomWindow = 'none' | 'members' | 'edit' | 'leave' | 'delete';

interface RoomMenuProps {
  room: ChatroomView;
  /** Further lines, above the room's own. */
  children?: ReactNode;
}

/** What can be done with a room, behind the three dots of its head. */
export function RoomMenu({ room, children }: RoomMenuProps) {
  const t = useTranslations('chatRooms');
  const nameOf = useRoomName();
  const other = useBlockable(room.other);
  const [window, setWindow] = useState<RoomWindow>('none');
  if (room.kind !== 'room' && other === null && children === undefined) return null;
  return (
    <>
      <MenuButton label={t('actions', { room: nameOf(room) })}>
        {children}
        <RoomItems room={room} onOpen={setWindow} />
      </MenuButton>
      <RoomWindows room={room} open={window} onClose={() => setWindow('none')} />
    </>
  );
}

interface RoomItemsProps {
  room: ChatroomView;
  onOpen: (window: RoomWindow) => void;
}

/** The room's own lines of that menu: of a direct room, what concerns the other person. */
export function RoomItems({ room, onOpen }: RoomItemsProps) {
  const t = useTranslations('chatRooms');
  const subject = useRoomSubject(room);
  const other = useBlockable(room.other);
  const may = (permission: RoomPermission) => isAllowedInRoom(subject, permission);
  const mayLeave = !room.isDefault && may('leave:room');
  const mayDelete = !room.isDefault && may('delete:room');
  return (
    <>
      {room.kind === 'room' && (
        <MenuItem icon="people" onSelect={() => onOpen('members')}>
          {t('showMembers')}
        </MenuItem>
      )}
      {may('edit:room') && (
        <MenuItem icon="edit" onSelect={() => onOpen('edit')}>
          {t('edit')}
        </MenuItem>
      )}
      {(mayLeave || mayDelete || other !== null) && <MenuLine />}
      {other !== null && <BlockItem {...other} />}
      {mayLeave && (
        <MenuItem icon="away" tone="away" onSelect={() => onOpen('leave')}>
          {t('leave')}
        </MenuItem>
      )}
      {mayDelete && (
        <MenuItem icon="bin" tone="away" onSelect={() => onOpen('delete')}>
          {t('delete')}
        </MenuItem>
      )}
    </>
  );
}

interface RoomWindowsProps {
  room: ChatroomView;
  open: RoomWindow;
  onClose: () => void;
}

function RoomWindows({ room, open, onClose }: RoomWindowsProps) {
  if (open === 'members') return <MembersDialog room={room} onClose={onClose} />;
  if (open === 'edit') return <EditRoomDialog room={room} onClose={onClose} />;
  if (open === 'leave') return <LeaveRoomDialog room={room} onClose={onClose} />;
  if (open === 'delete') return <DeleteRoomDialog room={room} onClose={onClose} />;
  return null;
}
