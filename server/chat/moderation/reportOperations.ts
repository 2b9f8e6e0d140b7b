import { v7 as uuidv7 } from 'uuid';
import type { Message } from '#lib/domain/chat/log.ts';
import type { ReportView } from '#lib/protocol/chat/views.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatReport, Chatroom } from '../../persistence/ports.ts';
import { pageById, replyPage } from '../../places/cursors.ts';
import type { ChatContext, ChatOperationsOf } from '../context.ts';
import { nowOf, recordIn } from '../rooms/acts.ts';

const noMessage = (): RefusedError => new RefusedError('not_found', 'There is no such message.', 'messageId');
const noReport = (): RefusedError => new RefusedError('not_found', 'There is no such report.', 'reportId');

/** Whether what a report is about is deleted by now, by the ids of the messages. */
async function deletedAmong({ store }: ChatContext, reports: readonly ChatReport[]): Promise<Set<string>> {
  const byRoom = Map.groupBy(reports, ({ roomId }) => roomId);
  const found = await Promise.all(
    [...byRoom].map(([roomId, ofRoom]) =>
      store.chatLog.findMessages(roomId, [...new Set(ofRoom.map(({ messageId }) => messageId))]),
    ),
  );
  const standing = new Set(
    found
      .flat()
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ id }) => id),
  );
  return new Set(reports.map(({ messageId }) => messageId).filter((id) => !standing.has(id)));
}

/** Reports as moderators see them: with the name of the room also where it is closed to them. */
async function reportViews(context: ChatContext, reports: readonly ChatReport[]): Promise<ReportView[]> {
  const ids = reports.flatMap(({ authorId, reporterId, resolvedBy }) => [authorId, reporterId, resolvedBy]);
  const [people, rooms, deleted] = await Promise.all([
    context.people.views(ids.filter((id) => id !== null)),
    context.store.chatrooms.findMany([...new Set(reports.map(({ roomId }) => roomId))]),
    deletedAmong(context, reports),
  ]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const roomOf = new Map(rooms.map((room) => [room.id, room]));
  return reports.flatMap((report) => {
    const [author, room] = [personOf.get(report.authorId), roomOf.get(report.roomId)];
    // A room that went at this moment took its reports with it.
    if (author === undefined || room === undefined) return [];
    const { id, at, reason, term, status, resolvedAt, messageId, content } = report;
    return {
      ...{ id, at, reason, term, status, resolvedAt, messageId, content, author },
      by: personOf.get(report.reporterId ?? '') ?? null,
      resolvedBy: personOf.get(report.resolvedBy ?? '') ?? null,
      room: { id: room.id, name: room.name, isPrivate: room.isPrivate },
      isDeleted: deleted.has(messageId),
    };
  });
}

/** The message as somebody may report it. Throws `not_found`, `message_deleted`, `bad_request` (one's own). */
async function reportable(
  { store }: ChatContext,
  { roomId, messageId, userId }: { roomId: string; messageId: string; userId: string },
): Promise<Message> {
  const [message] = await store.chatLog.findMessages(roomId, [messageId]);
  if (message === undefined) throw noMessage();
  if (message.userId === userId) {
    throw new RefusedError('bad_request', 'This message is your own.', 'messageId');
  }
  if (message.deletedAt !== null) throw new RefusedError('message_deleted', 'The message is deleted.');
  return message;
}

function reportMessage(context: ChatContext): ChatOperationsOf<'report-message'>['report-message'] {
  return async ({ userId }, { roomId, messageId, reason }) => {
    const { room } = await context.access.require(userId, roomId, 'read:room');
    if (room.kind === 'bubble') {
      throw new RefusedError('forbidden', 'What is said in a bubble ends with it and is not kept.');
    }
    const { userId: authorId, content } = await reportable(context, { roomId, messageId, userId });
    const open = { status: 'open', resolvedBy: null, resolvedAt: null, term: null } as const;
    const about = { spaceId: room.spaceId, roomId, messageId, authorId, content };
    const by = { reporterId: userId, reason, at: nowOf(context).toISOString() };
    const isNew = await context.store.chatModeration.report({ id: uuidv7(), ...about, ...by, ...open });
    if (isNew) {
      const act = { action: 'message.report', actorId: userId, targetId: authorId } as const;
      await recordIn(context, room, { ...act, detail: { messageId, reason } });
    }
    return {};
  };
}

/** Deletes the reported message, in whatever room it is. One that is deleted already stays so. */
async function deleteReported(context: ChatContext, report: ChatReport, actorId: string): Promise<void> {
  const { roomId, messageId } = report;
  const at = nowOf(context).toISOString();
  const draft = { kind: 'delete', roomId, messageId, userId: actorId, clientId: uuidv7(), at } as const;
  try {
    await context.writer.write(draft);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== 'message_deleted') throw error;
  }
}

async function recordResolution(
  context: ChatContext,
  room: Chatroom,
  { report, actorId, action }: { report: ChatReport; actorId: string; action: 'dismiss' | 'delete' },
): Promise<void> {
  const { id: reportId, messageId, authorId: targetId } = report;
  const act = { actorId, targetId };
  const detail = { action, reportId, messageId };
  await recordIn(context, room, { ...act, action: 'report.resolve', detail });
  if (action === 'dismiss') return;
  await recordIn(context, room, { ...act, action: 'message.delete', detail: { messageId } });
}

function resolveReport(context: ChatContext): ChatOperationsOf<'resolve-report'>['resolve-report'] {
  const { store, access } = context;
  return async ({ userId: actorId }, { spaceId, reportId, action }) => {
    await access.requireInSpace(actorId, spaceId, 'moderate:chat');
    const report = await store.chatModeration.findReport(spaceId, reportId);
    const room = report === null ? null : await store.chatrooms.find(report.roomId);
    if (report === null || room === null) throw noReport();
    const settled = (): RefusedError => new RefusedError('conflict', 'The report is settled already.');
    if (report.status !== 'open') throw settled();
    // First the deletion: were the server to stop between the two, the report would stand open and be settled again.
    if (action === 'delete') await deleteReported(context, report, actorId);
    const status = action === 'delete' ? 'deleted' : 'dismissed';
    const at = nowOf(context).toISOString();
    const resolved = await store.chatModeration.resolve(spaceId, reportId, { status, by: actorId, at });
    if (resolved === null) throw settled();
    await recordResolution(context, room, { report, actorId, action });
    const [view] = await reportViews(context, [resolved]);
    if (view === undefined) throw noReport();
    return { report: view };
  };
}

type Names = 'report-message' | 'list-reports' | 'resolve-report';

/** Reports of messages, and the moderators' queue of them. */
export function reportOperations(context: ChatContext): ChatOperationsOf<Names> {
  const { store, access } = context;
  return {
    'report-message': reportMessage(context),
    async 'list-reports'({ userId }, { spaceId, status, ...asked }) {
      await access.requireInSpace(userId, spaceId, 'moderate:chat');
      const page = await store.chatModeration.reports(spaceId, status, pageById(asked));
      return replyPage(page, await reportViews(context, page.items));
    },
    'resolve-report': resolveReport(context),
  };
}
