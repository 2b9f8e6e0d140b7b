import { fileTypeFromBuffer } from 'file-type';
import { isSoundOnlyMp4 } from './sound/mp4.ts';
import { isSoundOnlyWebm } from './sound/webm.ts';
import { givenTypeOf, plainText, unknownType } from './types.ts';

/** Whether bytes are text: UTF-8 without the zero byte. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text begins as markup does, after blanks and a byte order mark. */
function isMarkup(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 1_024));
  return beginning.trimStart().startsWith('<');
}

/** Containers hold sound or pictures; only their tracks tell which. */
function soundTypeOf(type: string, bytes: Uint8Array): string {
  if (type === 'video/webm' && isSoundOnlyWebm(bytes)) return 'audio/webm';
  if (type === 'video/mp4' && isSoundOnlyMp4(bytes)) return 'audio/mp4';
  return type;
}

/**
 * The media type of a file by its content alone; what its sender says of it counts for nothing. Anything that a browser
 * could run is `application/octet-stream`.
 */
export async function sniff(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes);
  const type = found === undefined ? null : givenTypeOf(found.mime);
  if (type !== null) return soundTypeOf(type, bytes);
  return isText(bytes) && !isMarkup(bytes) ? plainText : unknownType;
}
