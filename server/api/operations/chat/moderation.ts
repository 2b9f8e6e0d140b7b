import type { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { Operations } from '../../define.ts';
import { ask, noReply } from './ask.ts';

type ChatModerationRoutes = Pick<
  typeof chatRoutes,
  | 'listReports'
  | 'resolveReport'
  | 'readChatFilters'
  | 'setChatFilters'
  | 'listChatMutes'
  | 'muteInChat'
  | 'unmuteInChat'
  | 'readChatFigures'
>;

export const chatModerationOperations: Operations<ChatModerationRoutes> = {
  async listReports(context) {
    const input = { spaceId: context.inSpace.space.id, ...context.query };
    return { reply: await ask(context, 'list-reports', input) };
  },

  async resolveReport(context) {
    const { inSpace, params, body } = context;
    const input = { spaceId: inSpace.space.id, reportId: params.report, action: body.action };
    return { reply: await ask(context, 'resolve-report', input) };
  },

  async readChatFilters(context) {
    return { reply: await ask(context, 'read-filters', { spaceId: context.inSpace.space.id }) };
  },

  async setChatFilters(context) {
    const input = { spaceId: context.inSpace.space.id, terms: context.body.terms };
    return { reply: await ask(context, 'set-filters', input) };
  },

  async listChatMutes(context) {
    return { reply: await ask(context, 'list-mutes', { spaceId: context.inSpace.space.id }) };
  },

  async muteInChat(context) {
    const input = { spaceId: context.inSpace.space.id, userId: context.params.user, ...context.body };
    return { reply: await ask(context, 'mute-person', input) };
  },

  async unmuteInChat(context) {
    const input = { spaceId: context.inSpace.space.id, userId: context.params.user };
    await ask(context, 'unmute-person', input);
    return noReply;
  },

  async readChatFigures(context) {
    const input = { spaceId: context.inSpace.space.id, ...context.query };
    return { reply: await ask(context, 'read-figures', input) };
  },
};
