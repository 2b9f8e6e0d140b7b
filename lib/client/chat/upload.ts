import type { ChatFile } from '#lib/domain/chat/log.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import { addressOf } from '../rest/address.ts';
import { restErrorOf } from '../rest/problem.ts';
import { RestError } from '../rest/RestError.ts';
import type { PendingFile } from './outgoing.ts';

/** An upload under way. */
export interface Upload {
  /** @throws RestError */
  readonly done: Promise<ChatFile>;
  abort(): void;
}

/** Uploads a file for a room; progress is from 0 to 1. */
export type StartUpload = (
  roomId: string,
  file: PendingFile,
  onProgress: (progress: number) => void,
) => Upload;

const { path } = chatRoutes.uploadFile;
const what = `POST ${path}`;

/** A file's name as the server takes it: on one line, at most 120 units of its end, where the kind of file stands. */
export function cleanFileName(name: string): string {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ');
  const end = line
    .trim()
    .slice(-120)
    .replaceAll(/\p{Cs}/gu, '')
    .trim();
  return end === '' ? 'file' : end;
}

/** `fetch` cannot say how much has gone out, so this is the older way. */
export const browserUploads: StartUpload = (roomId, { blob, name, voiceMs }, onProgress) => {
  const request = new XMLHttpRequest();
  const done = new Promise<ChatFile>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () => reject(RestError.offline(what));
    request.onabort = () => reject(RestError.offline(what));
    request.open('POST', addressOf(path, { chatroom: roomId }, { name, voiceMs }));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(blob);
  });
  return { done, abort: () => request.abort() };
};

function settle(
  request: XMLHttpRequest,
  resolve: (file: ChatFile) => void,
  reject: (error: RestError) => void,
) {
  const { status } = request;
  const body = jsonOf(request.responseText);
  if (status < 200 || status > 299) {
    const retryAfter = request.getResponseHeader('retry-after');
    const headers = new Headers(retryAfter === null ? {} : { 'retry-after': retryAfter });
    return reject(restErrorOf(what, { status, headers }, body));
  }
  const reply = chatRoutes.uploadFile.reply.safeParse(body);
  if (reply.success) resolve(reply.data.file);
  else reject(RestError.badReply(what, status));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
