import type { Message } from '#lib/domain/chat/log.ts';
import { planAppend } from '../../chatAppend.ts';
import { type AppendBasis, type AppendPlan, type NewEntry, sendKey } from '../../chatAppendState.ts';
import type { Appended, Draft, StoredEntry, StoredFile } from '../../ports/chat.ts';
import { copy, isAlive, type Tables } from '../tables.ts';
import { entriesOf, findMessage, originalKey } from './logTables.ts';

/** The values that are there, by key. */
function known<Value>(
  keys: (string | null)[],
  find: (key: string) => Value | null | undefined,
): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const key of keys) {
    const value = key === null ? null : find(key);
    if (key !== null && value !== null && value !== undefined) found.set(key, value);
  }
  return found;
}

const targetOf = (draft: Draft): string | null =>
  draft.kind === 'message' ? draft.replyTo : draft.messageId;

function messagesFor(tables: Tables, drafts: Draft[]): Map<string, Message> {
  const find = (id: string) => findMessage(tables, id);
  const targets = known(drafts.map(targetOf), find);
  const around = [...targets.values()].flatMap(({ threadId, replyTo }) => [threadId, replyTo]);
  return new Map([...targets, ...known(around, find)]);
}

/** Who may be the author: in the room of a bubble everybody, its store knows no people. */
function authorsOf(tables: Tables, drafts: Draft[]): Set<string> {
  const there = drafts.filter(
    ({ roomId, userId }) => tables.chatrooms.get(roomId)?.kind === 'bubble' || isAlive(tables, userId),
  );
  return new Set(there.map(({ userId }) => userId));
}

function fileOf(tables: Tables, id: string): StoredFile | null {
  const row = tables.chatFiles.get(id);
  if (row === undefined || row.removedAt !== null || row.roomId === null) return null;
  return { ...row, roomId: row.roomId };
}

function basisOf(tables: Tables, drafts: Draft[]): AppendBasis {
  const roomIds = drafts.map(({ roomId }) => roomId);
  const written = new Map<string, StoredEntry>();
  for (const draft of drafts) {
    const seq = tables.chatSends.get(sendKey(draft));
    const entry = seq === undefined ? undefined : entriesOf(tables, draft.roomId)[seq - 1];
    if (entry !== undefined) written.set(sendKey(draft), entry);
  }
  return {
    rooms: known(roomIds, (id) => tables.chatrooms.get(id)),
    userIds: authorsOf(tables, drafts),
    written,
    messages: messagesFor(tables, drafts),
    files: known(
      drafts.map((draft) => (draft.kind === 'message' ? draft.fileId : null)),
      (id) => fileOf(tables, id),
    ),
  };
}

function addEntry(tables: Tables, { entry, original }: NewEntry): void {
  const { roomId, seq } = entry;
  const entries = tables.chatEntries.get(roomId) ?? [];
  entries.push(copy(entry));
  tables.chatEntries.set(roomId, entries);
  tables.chatSends.set(sendKey(entry), seq);
  if (entry.kind === 'message') tables.chatMessages.set(entry.message.id, { roomId, seq });
  if (original !== null) tables.chatOriginals.set(originalKey(roomId, seq), original);
}

function keepOriginal(tables: Tables, roomId: string, seq: number, text: string): void {
  const key = originalKey(roomId, seq);
  if (!tables.chatOriginals.has(key)) tables.chatOriginals.set(key, text);
}

function changeMessage(tables: Tables, message: Message): void {
  const entries = entriesOf(tables, message.roomId);
  const entry = entries[message.seq - 1];
  if (entry?.kind !== 'message') return;
  if (entry.message.content !== message.content) {
    keepOriginal(tables, message.roomId, message.seq, entry.message.content);
  }
  entries[message.seq - 1] = { ...entry, message: copy(message) };
}

/** What was said in edits of a deleted message is kept beside them; its file waits to be swept away. */
function emptyAround(tables: Tables, { id, roomId, deletedAt }: Message): void {
  const entries = entriesOf(tables, roomId);
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'edit' || entry.messageId !== id) continue;
    keepOriginal(tables, roomId, entry.seq, entry.content);
    entries[index] = { ...entry, content: '', mentions: [] };
  }
  for (const file of tables.chatFiles.values()) {
    if (file.messageId === id) tables.chatFiles.set(file.id, { ...file, removedAt: deletedAt });
  }
}

function carryOut(tables: Tables, plan: AppendPlan): void {
  for (const row of plan.entries) addEntry(tables, row);
  for (const message of plan.changed) changeMessage(tables, message);
  for (const { fileId, messageId } of plan.sentFiles) {
    const file = tables.chatFiles.get(fileId);
    if (file !== undefined) tables.chatFiles.set(fileId, { ...file, messageId });
  }
  for (const message of plan.deleted) emptyAround(tables, message);
  for (const [roomId, counters] of plan.rooms) {
    const room = tables.chatrooms.get(roomId);
    if (room !== undefined) tables.chatrooms.set(roomId, { ...room, ...counters });
  }
}

/** Decides and writes in one turn. */
export function append(tables: Tables, drafts: Draft[]): Appended[] {
  const plan = planAppend(drafts, basisOf(tables, drafts));
  carryOut(tables, plan);
  return copy(plan.answers);
}
