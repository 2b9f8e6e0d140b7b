import { availableParallelism } from 'node:os';
import { uploadBytesMost } from '#lib/domain/chat/limits.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { keyOf } from '../../storage/keys.ts';
import { createTurns } from '../../turns.ts';
import { cleanName } from './cleanName.ts';
import { encodeImage } from './encodeImage.ts';
import { sniff } from './sniff.ts';
import { isImageType } from './types.ts';

/** A file as it is kept. */
export interface Prepared {
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes` in hex. */
  readonly storageKey: string;
  readonly name: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
}

/** What its sender says of a file. */
export interface Said {
  readonly name: string;
  /** Of a voice message, in ms. */
  readonly voiceMs?: number | undefined;
}

/** Decoding takes a processor and up to 200 MB: people's calls and steps go on beside it. */
const atOnce = availableParallelism() > 2 ? 2 : 1;

const inTurn = createTurns(
  { atOnce, waitingMost: 48 },
  () => new RefusedError('unavailable', 'Too many files are being looked at; try again in a moment.'),
);

type Content = Pick<Prepared, 'bytes' | 'type' | 'width' | 'height'>;

async function contentOf(bytes: Uint8Array, type: string): Promise<Content> {
  if (!isImageType(type)) return { bytes, type, width: null, height: null };
  const encoded = await encodeImage(bytes, type);
  if (encoded.bytes.byteLength <= uploadBytesMost) return encoded;
  throw new RefusedError(
    'too_large',
    `The image is larger than ${uploadBytesMost} bytes once it is encoded anew.`,
  );
}

async function prepare(bytes: Uint8Array, { name, voiceMs }: Said): Promise<Prepared> {
  const found = await sniff(bytes);
  if (voiceMs !== undefined && !found.startsWith('audio/')) {
    throw new RefusedError('unsafe_file', 'This is not a recording of sound.', 'query.voiceMs');
  }
  const content = await contentOf(bytes, found);
  return {
    ...content,
    storageKey: keyOf(content.bytes),
    name: cleanName(name, content.type),
    sizeBytes: content.bytes.byteLength,
    durationMs: voiceMs ?? null,
  };
}

/**
 * Finds out what an uploaded file is and makes it safe to be kept and given out. Archives stay as they are: nothing is
 * ever unpacked.
 *
 * Throws `RefusedError`: `bad_request` for no bytes at all, `unsafe_file` for a broken image or a voice message that is
 * none, `too_large`, `unavailable` while too many wait.
 */
export async function prepareUpload(bytes: Uint8Array, said: Said): Promise<Prepared> {
  if (bytes.byteLength === 0) throw new RefusedError('bad_request', 'There is nothing in this file.');
  return await inTurn(() => prepare(bytes, said));
}
