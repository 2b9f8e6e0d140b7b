import { idSchema } from '#lib/protocol/common.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { Operations } from '../../define.ts';
import { ask } from './ask.ts';

type HistoryRoutes = Pick<
  typeof chatRoutes,
  | 'readMessages'
  | 'readActiveMessages'
  | 'replayChatroom'
  | 'readPins'
  | 'readThread'
  | 'searchMessages'
  | 'listNotices'
>;

/** A place in a room: a number, or a message's id. Throws `RefusedError` (`bad_request`) for neither. */
function placeOf(around: string | undefined): { aroundSeq?: number; aroundMessageId?: string } {
  if (around === undefined) return {};
  if (idSchema.safeParse(around).success) return { aroundMessageId: around };
  const seq = /^\d+$/.test(around) ? Number(around) : Number.NaN;
  if (Number.isSafeInteger(seq)) return { aroundSeq: seq };
  throw new RefusedError('bad_request', 'This is neither a number nor a message’s id.', 'query.around');
}

export const historyOperations: Operations<HistoryRoutes> = {
  async readMessages(context) {
    const { chatroomId, before, after, around, at, limit } = context.query;
    const input = {
      roomId: chatroomId,
      ...(before === undefined ? {} : { beforeSeq: before }),
      ...(after === undefined ? {} : { afterSeq: after }),
      ...placeOf(around),
      ...(at === undefined ? {} : { at }),
      limit,
    };
    return { reply: await ask(context, 'read-history', input) };
  },

  async readActiveMessages(context) {
    return { reply: await ask(context, 'recent-messages', { roomId: context.body.chatroomId }) };
  },

  async replayChatroom(context) {
    const input = { roomId: context.params.chatroom, afterSeq: context.query.after };
    return { reply: await ask(context, 'replay', input) };
  },

  async readPins(context) {
    return { reply: await ask(context, 'read-pins', { roomId: context.params.chatroom }) };
  },

  async readThread(context) {
    const { chatroom, message } = context.params;
    const input = { roomId: chatroom, messageId: message, afterSeq: context.query.after };
    return { reply: await ask(context, 'read-thread', input) };
  },

  async searchMessages(context) {
    const { chatroomId, from, ...asked } = context.query;
    const input = {
      ...asked,
      spaceId: context.inSpace.space.id,
      ...(chatroomId === undefined ? {} : { roomId: chatroomId }),
      ...(from === undefined ? {} : { fromUserId: from }),
    };
    return { reply: await ask(context, 'search-messages', { ...input, limit: Math.min(input.limit, 50) }) };
  },

  async listNotices(context) {
    const input = { spaceId: context.inSpace.space.id, ...context.query };
    return { reply: await ask(context, 'list-notices', input) };
  },
};
