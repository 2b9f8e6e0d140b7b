import type { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { Operations } from '../../define.ts';
import { ask, noReply } from './ask.ts';

type RoomRoutes = Pick<
  typeof chatRoutes,
  | 'createChatroom'
  | 'listChatrooms'
  | 'joinChatroom'
  | 'leaveChatroom'
  | 'openDirect'
  | 'readChatroom'
  | 'editChatroom'
  | 'deleteChatroom'
  | 'listChatroomMembers'
  | 'setChatroomMember'
  | 'removeChatroomMember'
  | 'markChatroomRead'
>;

export const roomOperations: Operations<RoomRoutes> = {
  async createChatroom(context) {
    const { roomid, ...settings } = context.body;
    const { room } = await ask(context, 'create-room', { spaceId: roomid, ...settings });
    return { reply: { chatroom: room } };
  },

  async listChatrooms(context) {
    return { reply: await ask(context, 'list-rooms', { spaceId: context.query.spaceId }) };
  },

  async joinChatroom(context) {
    const { room } = await ask(context, 'enter-room', { roomId: context.body.chatroomId });
    return { reply: { chatroom: room } };
  },

  async leaveChatroom(context) {
    await ask(context, 'quit-room', { roomId: context.body.chatroomId });
    return noReply;
  },

  async openDirect(context) {
    const { room } = await ask(context, 'open-direct', context.body);
    return { reply: { chatroom: room } };
  },

  async readChatroom(context) {
    const { room } = await ask(context, 'get-room', { roomId: context.params.chatroom });
    return { reply: { chatroom: room } };
  },

  async editChatroom(context) {
    const { room } = await ask(context, 'edit-room', { roomId: context.params.chatroom, ...context.body });
    return { reply: { chatroom: room } };
  },

  async deleteChatroom(context) {
    await ask(context, 'delete-room', { roomId: context.params.chatroom });
    return noReply;
  },

  async listChatroomMembers(context) {
    return { reply: await ask(context, 'list-room-members', { roomId: context.params.chatroom }) };
  },

  async setChatroomMember(context) {
    const { chatroom, user } = context.params;
    const { role } = context.body;
    return { reply: await ask(context, 'set-room-member', { roomId: chatroom, userId: user, role }) };
  },

  async removeChatroomMember(context) {
    const { chatroom, user } = context.params;
    await ask(context, 'remove-room-member', { roomId: chatroom, userId: user });
    return noReply;
  },

  async markChatroomRead(context) {
    await ask(context, 'mark-read', { roomId: context.params.chatroom, seq: context.body.seq });
    return noReply;
  },
};
