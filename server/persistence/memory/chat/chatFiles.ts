import type { ChatFileRepository, StoredFile } from '../../ports/chat.ts';
import { copy, insert, removeWhere, requireUser, type Tables, where } from '../tables.ts';
import type { ChatFileRow } from './chatTables.ts';

/** Whether the file can still be seen by somebody: it has its room, and its message was not deleted. */
const isThere = ({ roomId, removedAt }: ChatFileRow): boolean => roomId !== null && removedAt === null;

function unusedAmong(tables: Tables, storageKeys: string[]): string[] {
  const used = new Set(where(tables.chatFiles, isThere).map(({ storageKey }) => storageKey));
  return [...new Set(storageKeys)].filter((key) => !used.has(key));
}

/** The storage keys of files that go, and that no other file has. */
const keysNobodyUses = (tables: Tables, gone: ChatFileRow[]): string[] =>
  unusedAmong(
    tables,
    gone.map(({ storageKey }) => storageKey),
  );

/** Takes the room from its files. */
export function leaveFiles(tables: Tables, roomId: string): string[] {
  const left = where(tables.chatFiles, (file) => file.roomId === roomId);
  for (const file of left) tables.chatFiles.set(file.id, { ...file, roomId: null });
  return keysNobodyUses(tables, left);
}

function toFile({ removedAt, roomId, ...row }: ChatFileRow): StoredFile[] {
  return roomId === null || removedAt !== null ? [] : [copy({ ...row, roomId })];
}

export function memoryChatFiles(tables: Tables): ChatFileRepository {
  const { chatFiles } = tables;
  return {
    async add(file) {
      if (!tables.chatrooms.has(file.roomId)) throw new Error(`There is no chatroom ${file.roomId}.`);
      requireUser(tables, file.uploaderId);
      insert(chatFiles, file.id, { ...file, removedAt: null });
    },
    async find(fileId) {
      return where(chatFiles, ({ id }) => id === fileId).flatMap(toFile)[0] ?? null;
    },
    async sweep(unsentBefore) {
      const removed = removeWhere(
        chatFiles,
        (file) => !isThere(file) || (file.messageId === null && file.createdAt < unsentBefore),
      );
      return { orphanedKeys: keysNobodyUses(tables, removed) };
    },
    unusedAmong: async (storageKeys) => unusedAmong(tables, storageKeys),
    async uploadedBy(userId) {
      const rows = where(chatFiles, ({ uploaderId }) => uploaderId === userId).flatMap(toFile);
      return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}
