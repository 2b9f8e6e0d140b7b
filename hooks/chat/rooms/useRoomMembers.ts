'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Action, useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import type { RoomRole } from '#lib/domain/chat/rooms.ts';
import type { ChatroomView, RoomMemberView } from '#lib/protocol/chat/views.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { inMemberOrder } from './memberRights.ts';

export interface RoomMembers {
  /** Null until they are known. */
  readonly members: readonly RoomMemberView[] | null;
  readonly reading: Action<[], void>;
  /** Adds somebody. Resolves with true when it is done. */
  readonly add: Action<[PersonView], true>;
  readonly setRole: Action<[RoomMemberView, RoomRole], void>;
  /** Takes somebody out. Resolves with true when it is done. */
  readonly remove: Action<[RoomMemberView], true>;
}

/** The members of a room, and what is done with them. */
export function useRoomMembers(room: ChatroomView): RoomMembers {
  const t = useTranslations('chatRooms');
  const api = useApi();
  const toasts = useToasts();
  const [members, setMembers] = useState<readonly RoomMemberView[] | null>(null);
  const without = (id: string) => (members ?? []).filter(({ person }) => person.id !== id);
  const taken = (member: RoomMemberView) => setMembers(inMemberOrder([...without(member.person.id), member]));
  const tell = ({ id, cast }: PersonView, title: string) => toasts.show({ key: `member-${id}`, cast, title });
  const put = async ({ id }: PersonView, role: RoomRole) => {
    const params = { chatroom: room.id, user: id };
    taken((await api.call(chatRoutes.setChatroomMember, { params, body: { role } })).reply.member);
  };

  const reading = useAction(async () => {
    const { reply } = await api.call(chatRoutes.listChatroomMembers, { params: { chatroom: room.id } });
    setMembers(inMemberOrder(reply.members));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each room that is looked at, and when somebody came or went
  useEffect(() => void reading.run(), [room.id, room.memberCount]);

  return {
    members,
    reading,
    add: useAction(async (person: PersonView) => {
      await put(person, 'member');
      tell(person, t('added', { name: person.name, room: room.name }));
      return true as const;
    }),
    setRole: useToldAction(
      'member-role',
      async ({ person }: RoomMemberView, role: RoomRole) => {
        await put(person, role);
        tell(person, t('roleChanged', { name: person.name }));
      },
      { last_owner: t('lastOwner') },
    ),
    remove: useAction(async ({ person }: RoomMemberView) => {
      await api.call(chatRoutes.removeChatroomMember, { params: { chatroom: room.id, user: person.id } });
      setMembers(without(person.id));
      tell(person, t('removed', { name: person.name }));
      return true as const;
    }),
  };
}
