/** Images that are encoded anew and shown; all others are files like any other. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;

export type ImageType = (typeof imageTypes)[number];

export const isImageType = (type: string): type is ImageType => imageTypes.some((image) => image === type);

/** What says nothing about a file, and makes no browser do anything with it. */
export const unknownType = 'application/octet-stream';

export const plainText = 'text/plain';

/** Other names of types under which files are kept. */
const usualNames: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
};

/**
 * Types under which files are given out as what they are. None of them is run by a browser that was told not to guess;
 * HTML, SVG, XML and whatever is not named here are `application/octet-stream`.
 */
const givenTypes: ReadonlySet<string> = new Set([
  ...imageTypes,
  'audio/aac',
  'audio/flac',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'video/mp4',
  'video/ogg',
  'video/quicktime',
  'video/webm',
  'application/gzip',
  'application/pdf',
  'application/x-7z-compressed',
  'application/zip',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);

/** The name that we use for a media type; `null` when files of it are not given out under it. */
export function givenTypeOf(mediaType: string): string | null {
  const bare = mediaType.split(';')[0]?.trim() ?? '';
  const usual = usualNames[bare] ?? bare;
  return givenTypes.has(usual) ? usual : null;
}

/** The type under which a kept file is given out, whatever is written about it. */
export const safeTypeOf = (type: string): string =>
  type === plainText ? plainText : (givenTypeOf(type) ?? unknownType);

/** Endings that a name may have for a type; the first one is put on a name that has none of them. */
export const endingsOf: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png', 'apng'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/avif': ['avif'],
  'audio/aac': ['aac'],
  'audio/flac': ['flac'],
  'audio/mp4': ['m4a', 'mp4', 'm4b', 'aac'],
  'audio/mpeg': ['mp3', 'mp2', 'mpga'],
  'audio/ogg': ['ogg', 'oga', 'opus', 'spx'],
  'audio/wav': ['wav', 'wave'],
  'audio/webm': ['webm', 'weba'],
};
