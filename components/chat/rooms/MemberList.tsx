'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Badge } from '#components/ui/Badge.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Menu, MenuChoices } from '#components/ui/Menu.tsx';
import { isMatch } from '#hooks/chat/rooms/matchingPeople.ts';
import { type MemberRights, memberRights } from '#hooks/chat/rooms/memberRights.ts';
import { useRoomSubject } from '#hooks/chat/rooms/useRoomSubject.ts';
import { useSelfId } from '#hooks/chat/useChat.ts';
import type { RoomRole } from '#lib/domain/chat/rooms.ts';
import type { ChatroomView, RoomMemberView } from '#lib/protocol/chat/views.ts';

/** From here on a list wants a field to find somebody in it. */
const longFrom = 10;

interface MemberListProps {
  room: ChatroomView;
  members: readonly RoomMemberView[];
  onRole: (member: RoomMemberView, role: RoomRole) => void;
  onRemove: (member: RoomMemberView) => void;
}

/** The members of a room, with what I may do with each. */
export function MemberList({ room, members, onRole, onRemove }: MemberListProps) {
  const t = useTranslations('chatRooms');
  const subject = useRoomSubject(room);
  const ownId = useSelfId() ?? '';
  const [wanted, setWanted] = useState('');
  const shown = members.filter(({ person }) => isMatch(person.name, wanted));
  return (
    <>
      {members.length >= longFrom && (
        <Field
          label={t('findMember')}
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul aria-label={t('showMembers')}>
        {shown.map((member) => (
          <MemberLine
            key={member.person.id}
            member={member}
            isSelf={member.person.id === ownId}
            rights={memberRights({ subject, ownId, member, isDefault: room.isDefault })}
            onRole={(role) => onRole(member, role)}
            onRemove={() => onRemove(member)}
          />
        ))}
      </ul>
      {shown.length === 0 && (
        <p role="status" className="py-2 text-14 text-ink-soft">
          {t('noMember')}
        </p>
      )}
    </>
  );
}

interface MemberLineProps {
  member: RoomMemberView;
  isSelf: boolean;
  rights: MemberRights;
  onRole: (role: RoomRole) => void;
  onRemove: () => void;
}

function MemberLine({ member: { person, role }, isSelf, rights, onRole, onRemove }: MemberLineProps) {
  const t = useTranslations('chatRooms');
  return (
    <li className="flex min-h-14 items-center gap-3 border-t border-line py-1.5 first:border-0">
      <Avatar cast={person.cast} size={36} />
      <span className="min-w-0 flex-1 text-14 font-medium wrap-anywhere">
        {person.name} {isSelf && <span className="font-body text-ink-soft">{t('you')}</span>}
      </span>
      {rights.roles.length > 0 ? (
        <RoleMenu name={person.name} role={role} roles={rights.roles} onChange={onRole} />
      ) : (
        role !== 'member' && <Badge>{t(`role.${role}`)}</Badge>
      )}
      {rights.mayRemove && (
        <IconButton
          icon="close"
          label={t('removeName', { name: person.name })}
          tone="soft"
          iconSize={19}
          onClick={onRemove}
        />
      )}
    </li>
  );
}

interface RoleMenuProps {
  name: string;
  role: RoomRole;
  roles: readonly RoomRole[];
  onChange: (role: RoomRole) => void;
}

function RoleMenu({ name, role, roles, onChange }: RoleMenuProps) {
  const t = useTranslations('chatRooms');
  const label = t('roleOf', { name });
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small" tone="line" aria-label={`${label}: ${t(`role.${role}`)}`}>
          {t(`role.${role}`)}
          <Icon name="down" size={16} className="text-ink-soft" />
        </Button>
      }
    >
      <MenuChoices
        label={label}
        value={role}
        choices={roles.toReversed().map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={(next) => next !== role && onChange(next)}
      />
    </Menu>
  );
}
