import { applyToMessage, type Mention, type Message } from '#lib/domain/chat/log.ts';
import {
  type AppendBasis,
  type AppendPlan,
  type AppendState,
  beginAppend,
  countersOf,
  type RoomCounters,
  refused,
  sendKey,
} from './chatAppendState.ts';
import { cleanDraft, judgeDraft, newMessage } from './chatDrafts.ts';
import type { Appended, Draft, StoredEntry } from './ports/chat.ts';

/** Numbers an entry and takes it into the plan. */
function write(state: AppendState, draft: Draft, room: RoomCounters): StoredEntry {
  const isMessage = draft.kind === 'message';
  const seq = room.lastSeq + 1;
  const ordinal = room.messageCount + (isMessage ? 1 : 0);
  const entry = toEntry(state, draft, seq);
  const lastMessageAt = isMessage ? draft.at : room.lastMessageAt;
  state.rooms.set(draft.roomId, { lastSeq: seq, messageCount: ordinal, lastMessageAt });
  state.written.set(sendKey(draft), entry);
  state.entries.push({ entry, ordinal, original: null });
  if (draft.kind === 'message' || draft.kind === 'edit') {
    const id = draft.kind === 'message' ? draft.id : draft.messageId;
    state.rowsOf.set(id, [...(state.rowsOf.get(id) ?? []), state.entries.length - 1]);
  }
  return entry;
}

function toEntry(state: AppendState, draft: Draft, seq: number): StoredEntry {
  const { roomId, userId, clientId, at } = draft;
  const base = { roomId, seq, at, userId, clientId };
  switch (draft.kind) {
    case 'message':
      return { ...base, kind: 'message', message: newMessage(state, draft, seq) };
    case 'edit':
      return { ...base, kind: 'edit', messageId: draft.messageId, ...textOf(draft) };
    case 'delete':
      return { ...base, kind: 'delete', messageId: draft.messageId };
    case 'react':
      return { ...base, kind: 'react', messageId: draft.messageId, emoji: draft.emoji, isOn: draft.isOn };
    case 'pin':
      return { ...base, kind: 'pin', messageId: draft.messageId, isOn: draft.isOn };
  }
}

const textOf = ({ content, mentions }: { content: string; mentions: Mention[] }) => ({ content, mentions });

/** Keeps the messages that an entry concerns as they stand after it. */
function apply(state: AppendState, entry: StoredEntry): void {
  if (entry.kind === 'message') {
    const { message } = entry;
    state.messages.set(message.id, message);
    state.touched.set(message.id, { isNew: true, mentionsChanged: true });
    const first = message.threadId === null ? undefined : state.messages.get(message.threadId);
    if (first !== undefined) change(state, { ...first, replyCount: first.replyCount + 1 }, false);
    return;
  }
  const message = state.messages.get(entry.messageId);
  if (message === undefined) return;
  if (entry.kind === 'delete' || entry.kind === 'edit') keepOriginal(state, message, entry.kind);
  change(state, applyToMessage(message, entry), entry.kind === 'edit' || entry.kind === 'delete');
}

function change(state: AppendState, message: Message, mentionsChanged: boolean): void {
  const known = state.touched.get(message.id);
  state.messages.set(message.id, message);
  state.touched.set(message.id, {
    isNew: known?.isNew ?? false,
    mentionsChanged: mentionsChanged || (known?.mentionsChanged ?? false),
  });
}

/** Rows of the same plan keep their first text beside them before it is taken out. */
function keepOriginal(state: AppendState, message: Message, kind: 'edit' | 'delete'): void {
  for (const index of state.rowsOf.get(message.id) ?? []) {
    const row = state.entries[index];
    if (row === undefined || row.original !== null) continue;
    if (row.entry.kind === 'message') row.original = row.entry.message.content;
    if (row.entry.kind === 'edit' && kind === 'delete') row.original = row.entry.content;
  }
}

/** Decides one draft: refused, the same again, nothing to do, or written. */
function decide(state: AppendState, draft: Draft): Appended {
  const room = countersOf(state, draft.roomId);
  const judged = judgeDraft(state, draft);
  if (judged !== null) return judged;
  if (room === undefined) return refused('not_found', 'There is no such room.');
  const entry = write(state, draft, room);
  apply(state, entry);
  const messageAuthorId =
    entry.kind === 'message' ? entry.userId : (state.messages.get(entry.messageId)?.userId ?? entry.userId);
  return { ok: true, isNew: true, entry, messageAuthorId };
}

/** Whom a message concerns: those it mentions and the author of what it answers, without its own author. */
function concerned(state: AppendState, message: Message): string[] {
  if (message.deletedAt !== null) return [];
  const answered = message.replyTo === null ? undefined : state.messages.get(message.replyTo);
  const ids = [...message.mentions.map(({ userId }) => userId), ...(answered ? [answered.userId] : [])];
  return [...new Set(ids)].filter((id) => id !== message.userId);
}

/** The rows of new entries as they stand after the last draft; what was answered stays as it was written. */
function finish(state: AppendState): void {
  state.entries = state.entries.map((row) => ({ ...row, entry: asItStands(state, row.entry) }));
  for (const [id, { isNew, mentionsChanged }] of state.touched) {
    const message = state.messages.get(id);
    if (message === undefined) continue;
    if (!isNew) state.changed.push(message);
    const wasDeleted = (state.basis.messages.get(id)?.deletedAt ?? null) !== null;
    if (message.deletedAt !== null && !wasDeleted) state.deleted.push(message);
    const userIds = mentionsChanged ? concerned(state, message) : [];
    if (mentionsChanged && (!isNew || userIds.length > 0)) state.mentions.push({ message, userIds });
  }
}

function asItStands(state: AppendState, entry: StoredEntry): StoredEntry {
  if (entry.kind === 'message') {
    return { ...entry, message: state.messages.get(entry.message.id) ?? entry.message };
  }
  const isGone = state.messages.get(entry.messageId)?.deletedAt != null;
  return entry.kind === 'edit' && isGone ? { ...entry, content: '', mentions: [] } : entry;
}

/**
 * Decides drafts in their order. Pure: the database and the memory of a process carry out the same plan, so that both
 * behave alike. Each draft sees what those before it did; a refused one leaves the others alone.
 */
export function planAppend(drafts: readonly Draft[], basis: AppendBasis): AppendPlan {
  const state = beginAppend(basis);
  for (const draft of drafts) state.answers.push(decide(state, cleanDraft(draft)));
  finish(state);
  return state;
}
