import { v7 as uuidv7 } from 'uuid';
import { uploadBytesMost } from '#lib/domain/chat/limits.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { StoragePort } from '../../../storage/StoragePort.ts';
import { StorageUnavailable } from '../../../storage/StorageUnavailable.ts';
import { personOf } from '../../caller.ts';
import type { GivenFile, Operations } from '../../define.ts';
import { createSlots } from '../../uploads/createSlots.ts';
import { prepareUpload } from '../../uploads/prepareUpload.ts';
import { safeTypeOf } from '../../uploads/types.ts';
import { ask } from './ask.ts';

type FileRoutes = Pick<typeof chatRoutes, 'uploadFile' | 'downloadFile'>;

const inSlot = createSlots({ each: 3, all: 32 });

interface Kept {
  readonly storageKey: string;
  readonly sizeBytes: number;
}

/** How a kept file is read. Throws `RefusedError` (`not_found`) when its bytes are gone. */
const opener =
  (storage: StoragePort, { storageKey, sizeBytes }: Kept): GivenFile['open'] =>
  async (range) => {
    const stored = await storage.get(storageKey, range);
    if (stored === null) throw new RefusedError('not_found', 'The bytes of this file are gone.');
    if (stored.sizeBytes === sizeBytes) return stored.stream;
    throw new StorageUnavailable(`${storageKey} has ${stored.sizeBytes} bytes instead of ${sizeBytes}.`);
  };

export const fileOperations: Operations<FileRoutes> = {
  async uploadFile(context) {
    const { services, caller, params, query } = context;
    const { storage } = services;
    const roomId = params.chatroom;
    return await inSlot(personOf(caller).id, async () => {
      // Whoever may not has nothing read of what they send.
      await ask(context, 'may-upload', { roomId });
      const { bytes, ...file } = await prepareUpload(await context.readBytes(uploadBytesMost), query);
      await storage.put(file.storageKey, bytes);
      const reply = await ask(context, 'add-file', { roomId, id: uuidv7(), ...file });
      // The same bytes may have been another file's, which was swept away meanwhile.
      await storage.put(file.storageKey, bytes);
      return { reply };
    });
  },

  async downloadFile(context) {
    const { file, storageKey } = await ask(context, 'find-file', { fileId: context.params.file });
    const { name, type, sizeBytes } = file;
    const open = opener(context.services.storage, { storageKey, sizeBytes });
    const given = { name, type: safeTypeOf(type), sizeBytes, contentHash: storageKey, open };
    return { reply: {}, file: given };
  },
};
