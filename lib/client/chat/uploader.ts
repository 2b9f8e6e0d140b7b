import type { ChatFile, MessageType } from '#lib/domain/chat/log.ts';
import type { OutboxItems } from './outboxItems.ts';
import type { OutboxItem } from './outgoing.ts';
import { afterRefusal, withStatus } from './refusals.ts';
import type { StartUpload, Upload } from './upload.ts';

/** Brings files to the server before their messages go. */
export interface Uploader {
  pump(): void;
  abort(clientId: string): void;
  close(): void;
}

export interface UploaderOptions {
  readonly items: OutboxItems;
  readonly startUpload: StartUpload;
  readonly isLive: () => boolean;
  readonly onReady: () => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** Files that go up side by side. */
const atOnce = 2;

/** Steps in which progress is told, of 1. */
const progressStep = 0.01;

export function createUploader(options: UploaderOptions): Uploader {
  const { items, startUpload, isLive, onReady, now, random } = options;
  const underWay = new Map<string, Upload>();

  function pump(): void {
    if (!isLive()) return;
    const due = items.all().filter((item) => isUploadable(item) && item.notBeforeMs <= now());
    for (const item of due) {
      if (underWay.size >= atOnce) return;
      if (!underWay.has(item.message.clientId)) void upload(item);
    }
  }

  async function upload(item: OutboxItem): Promise<void> {
    const { pending, message } = item;
    if (pending === null) return;
    const { clientId, roomId } = message;
    const started = startUpload(roomId, pending, (progress) => showProgress(clientId, progress));
    underWay.set(clientId, started);
    items.change(clientId, (one) => withStatus(one, { kind: 'sending' }));
    try {
      const file = await started.done;
      items.change(clientId, (one) => withFile(one, file));
      const ready = items.get(clientId);
      if (ready !== null) items.storage()?.save(ready);
    } catch (error) {
      items.change(clientId, (one) => afterRefusal(one, error, now(), random()));
    } finally {
      underWay.delete(clientId);
      onReady();
    }
  }

  function showProgress(clientId: string, progress: number): void {
    const shown = items.get(clientId)?.message.file?.progress ?? 1;
    if (progress - shown < progressStep) return;
    items.change(clientId, (item) => {
      const { file } = item.message;
      return file === null ? item : { ...item, message: { ...item.message, file: { ...file, progress } } };
    });
  }

  return {
    pump,
    abort: (clientId) => underWay.get(clientId)?.abort(),
    close() {
      for (const upload of underWay.values()) upload.abort();
    },
  };
}

function isUploadable({ message, pending }: OutboxItem): boolean {
  const { status } = message;
  return pending !== null && !(status.kind === 'failed' && status.retryAtMs === null);
}

/** The file is there: what it is, is the server's word, found from its content. */
function withFile(item: OutboxItem, file: ChatFile): OutboxItem {
  const type = typeOfFile(file.type, item.pending?.voiceMs ?? null);
  const message = { ...item.message, type, file: { id: file.id, name: file.name, progress: 1 } };
  return {
    ...withStatus({ ...item, message }, { kind: 'waiting' }),
    pending: null,
    file,
    attempts: 0,
    notBeforeMs: 0,
  };
}

export function typeOfFile(mediaType: string, voiceMs: number | null): MessageType {
  if (voiceMs !== null) return 'voice';
  return mediaType.startsWith('image/') ? 'image' : 'file';
}
