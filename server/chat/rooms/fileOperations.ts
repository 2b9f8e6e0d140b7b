import type { ChatFile } from '#lib/domain/chat/log.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { StoredFile } from '../../persistence/ports.ts';
import type { ChatContext, ChatOperationsOf } from '../context.ts';
import { nowOf } from './acts.ts';

const noFile = (): RefusedError => new RefusedError('not_found', 'There is no such file.', 'fileId');

/** A file as people see it: nothing of where it is kept or whose it is. */
const fileView = ({ id, name, type, sizeBytes, width, height, durationMs }: StoredFile): ChatFile => ({
  ...{ id, name, type, sizeBytes, width, height, durationMs },
});

/** Requires that somebody may send files to a room. Throws `not_found`, `forbidden`, `muted`. */
async function requireUpload({ access }: ChatContext, userId: string, roomId: string): Promise<void> {
  const { room } = await access.require(userId, roomId, 'write:room');
  if (room.kind !== 'bubble') return;
  throw new RefusedError('forbidden', 'A bubble keeps no files.');
}

/** Whether the message of a file stands, and was not written by somebody whom a block keeps apart from the reader. */
async function isShown({ store, access }: ChatContext, file: StoredFile, userId: string): Promise<boolean> {
  if (file.messageId === null) return file.uploaderId === userId;
  const [message] = await store.chatLog.findMessages(file.roomId, [file.messageId]);
  if (message === undefined || message.deletedAt !== null) return false;
  return !(await access.separatedFrom(userId)).has(message.userId);
}

type Names = 'may-upload' | 'add-file' | 'find-file';

/** Files of rooms: who may upload, and who may read which. */
export function fileOperations(context: ChatContext): ChatOperationsOf<Names> {
  const { access, store } = context;
  return {
    async 'may-upload'({ userId }, { roomId }) {
      await requireUpload(context, userId, roomId);
      return {};
    },
    async 'add-file'({ userId }, { roomId, ...file }) {
      // Again: while the bytes came in, the right may have gone.
      await requireUpload(context, userId, roomId);
      const createdAt = nowOf(context).toISOString();
      const stored = { ...file, roomId, uploaderId: userId, createdAt, messageId: null };
      await store.chatFiles.add(stored);
      return { file: fileView(stored) };
    },
    async 'find-file'({ userId }, { fileId }) {
      const file = await store.chatFiles.find(fileId);
      if (file === null || !(await isShown(context, file, userId))) throw noFile();
      await access.require(userId, file.roomId, 'read:room').catch((error: unknown) => {
        throw error instanceof RefusedError ? noFile() : error;
      });
      return { file: fileView(file), storageKey: file.storageKey };
    },
  };
}
