import type { ChatModerationRepository, ChatMute, ChatReport } from '../../ports/chat.ts';
import { pageById } from '../pages.ts';
import { copy, holds, insert, pair, requireSpace, requireUser, type Tables, where } from '../tables.ts';

function keepReports(
  tables: Tables,
): Pick<ChatModerationRepository, 'report' | 'reports' | 'findReport' | 'resolve'> {
  const { chatReports } = tables;
  const openOf = (messageId: string): ChatReport[] =>
    where(chatReports, (report) => report.messageId === messageId && report.status === 'open');
  return {
    async report(report) {
      if (!tables.chatrooms.has(report.roomId)) throw new Error(`There is no chatroom ${report.roomId}.`);
      const { reporterId } = report;
      const isTheirs = (open: ChatReport) => reporterId !== null && open.reporterId === reporterId;
      if (openOf(report.messageId).some(isTheirs)) return false;
      insert(chatReports, report.id, report);
      return true;
    },
    async reports(spaceId, status, page) {
      const rows = where(
        chatReports,
        (report) => report.spaceId === spaceId && (status === 'all' || report.status === 'open'),
      );
      return copy(pageById(rows, page, ({ id }) => id));
    },
    async findReport(spaceId, id) {
      const report = chatReports.get(id);
      return report?.spaceId === spaceId ? copy(report) : null;
    },
    async resolve(spaceId, id, { status, by, at }) {
      const report = chatReports.get(id);
      if (report?.spaceId !== spaceId || report.status !== 'open') return null;
      const settled = { status, resolvedBy: by, resolvedAt: at };
      const all = status === 'deleted' ? openOf(report.messageId) : [report];
      for (const open of all) chatReports.set(open.id, { ...open, ...settled });
      return copy({ ...report, ...settled });
    },
  };
}

function keepMutes(
  tables: Tables,
): Pick<ChatModerationRepository, 'mutes' | 'findMute' | 'findMutes' | 'putMute' | 'liftMute'> {
  const { chatMutes } = tables;
  const inForce = (spaceId: string, userId: string, now: string): ChatMute | null => {
    const mute = chatMutes.get(pair(spaceId, userId));
    return mute !== undefined && holds(mute.until, now) ? mute : null;
  };
  return {
    async mutes(spaceId, now) {
      const rows = where(chatMutes, (mute) => mute.spaceId === spaceId && holds(mute.until, now));
      const order = ({ at, userId }: ChatMute) => `${at}/${userId}`;
      return copy(rows.sort((a, b) => (order(a) > order(b) ? -1 : 1)));
    },
    findMute: async (spaceId, userId, now) => copy(inForce(spaceId, userId, now)),
    async findMutes(spaceId, userIds, now) {
      const mutes = userIds.map((userId) => inForce(spaceId, userId, now)).filter((mute) => mute !== null);
      return new Map(mutes.map((mute) => [mute.userId, copy(mute)]));
    },
    async putMute(mute) {
      requireSpace(tables, mute.spaceId);
      requireUser(tables, mute.userId);
      chatMutes.set(pair(mute.spaceId, mute.userId), copy(mute));
    },
    async liftMute(spaceId, userId, now) {
      return inForce(spaceId, userId, now) !== null && chatMutes.delete(pair(spaceId, userId));
    },
  };
}

export function memoryChatModeration(tables: Tables): ChatModerationRepository {
  const { chatFilters } = tables;
  return {
    ...keepReports(tables),
    ...keepMutes(tables),
    filters: async (spaceId) => copy(chatFilters.get(spaceId) ?? []),
    async setFilters(spaceId, terms) {
      requireSpace(tables, spaceId);
      const sorted = [...terms].sort((a, b) => (a.term < b.term ? -1 : 1));
      chatFilters.set(spaceId, copy(sorted));
    },
  };
}
