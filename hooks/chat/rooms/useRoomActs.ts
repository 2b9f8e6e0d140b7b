'use client';

import { useIntentKey } from '#hooks/places/useIntentKey.ts';
import { useApi } from '#hooks/useApi.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import { useChatStore } from '../ChatContext.ts';
import { useChatPlace } from '../ChatPlace.ts';
import { type RoomDraft, roomChanges } from './roomDraft.ts';

/** What is done with rooms. Each rejects with `RestError` when it is refused; the lists follow at once. */
export interface RoomActs {
  create(draft: RoomDraft): Promise<ChatroomView>;
  edit(room: ChatroomView, draft: RoomDraft): Promise<ChatroomView>;
  join(roomId: string): Promise<ChatroomView>;
  /** Asks how a room stands now. */
  reread(roomId: string): Promise<ChatroomView>;
  leave(room: ChatroomView): Promise<void>;
  remove(room: ChatroomView): Promise<void>;
  /** The direct room of somebody and me. */
  openDirect(userId: string): Promise<ChatroomView>;
}

/** Asks the server and takes its answer into the list of rooms. */
export function useRoomActs(): RoomActs {
  const api = useApi();
  const chat = useChatStore();
  const { spaceId } = useChatPlace();
  const keyOf = useIntentKey();

  function taken({ reply }: { reply: { chatroom: ChatroomView } }): ChatroomView {
    chat.takeRoom(reply.chatroom);
    return reply.chatroom;
  }

  return {
    async create({ name, description, isPrivate, slowModeS }) {
      const body = { roomid: spaceId, name: name.trim(), description: description.trim(), isPrivate };
      const idempotencyKey = keyOf(body);
      const room = taken(await api.call(chatRoutes.createChatroom, { body }, { idempotencyKey }));
      if (slowModeS === 0) return room;
      const params = { chatroom: room.id };
      return taken(await api.call(chatRoutes.editChatroom, { params, body: { slowModeS } }));
    },
    edit: async (room, draft) => {
      const body = roomChanges(room, draft);
      return taken(await api.call(chatRoutes.editChatroom, { params: { chatroom: room.id }, body }));
    },
    join: async (chatroomId) => taken(await api.call(chatRoutes.joinChatroom, { body: { chatroomId } })),
    reread: async (chatroom) => taken(await api.call(chatRoutes.readChatroom, { params: { chatroom } })),
    async leave({ id, isPrivate }) {
      await api.call(chatRoutes.leaveChatroom, { body: { chatroomId: id } });
      chat.forgetRoom(id);
      if (isPrivate) return;
      // A public one stays in sight as one that could be joined.
      const { reply } = await api.call(chatRoutes.readChatroom, { params: { chatroom: id } });
      chat.takeRoom(reply.chatroom);
    },
    async remove({ id }) {
      await api.call(chatRoutes.deleteChatroom, { params: { chatroom: id } });
      chat.forgetRoom(id);
    },
    openDirect: async (userId) => taken(await api.call(chatRoutes.openDirect, { body: { spaceId, userId } })),
  };
}
