import { v7 as uuidv7 } from 'uuid';
import type { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { Operations } from '../../define.ts';
import { ask, noReply } from './ask.ts';

type MessageRoutes = Pick<
  typeof chatRoutes,
  | 'sendMessage'
  | 'readMessage'
  | 'editMessage'
  | 'deleteMessage'
  | 'addReaction'
  | 'removeReaction'
  | 'pinMessage'
  | 'unpinMessage'
  | 'readRevisions'
  | 'reportMessage'
>;

/** The message that a path names, with an id for this request: who repeats it with an id of their own says so. */
const upon = ({ chatroom, message }: { chatroom: string; message: string }, clientId: string = uuidv7()) => ({
  roomId: chatroom,
  messageId: message,
  clientId,
});

export const messageOperations: Operations<MessageRoutes> = {
  async sendMessage(context) {
    const { chatroomId, clientId = uuidv7(), ...message } = context.body;
    return { reply: await ask(context, 'send-message', { roomId: chatroomId, clientId, ...message }) };
  },

  async readMessage(context) {
    return { reply: await ask(context, 'get-message', upon(context.params)) };
  },

  async editMessage(context) {
    const { clientId, ...change } = context.body;
    return { reply: await ask(context, 'edit-message', { ...upon(context.params, clientId), ...change }) };
  },

  async deleteMessage(context) {
    return { reply: await ask(context, 'delete-message', upon(context.params)) };
  },

  async addReaction(context) {
    const { emoji } = context.params;
    return { reply: await ask(context, 'react', { ...upon(context.params), emoji, isOn: true }) };
  },

  async removeReaction(context) {
    const { emoji } = context.params;
    return { reply: await ask(context, 'react', { ...upon(context.params), emoji, isOn: false }) };
  },

  async pinMessage(context) {
    return { reply: await ask(context, 'pin', { ...upon(context.params), isOn: true }) };
  },

  async unpinMessage(context) {
    return { reply: await ask(context, 'pin', { ...upon(context.params), isOn: false }) };
  },

  async readRevisions(context) {
    return { reply: await ask(context, 'read-revisions', upon(context.params)) };
  },

  async reportMessage(context) {
    const { chatroom, message } = context.params;
    const { reason } = context.body;
    await ask(context, 'report-message', { roomId: chatroom, messageId: message, reason });
    return noReply;
  },
};
