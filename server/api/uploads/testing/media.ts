/** Small media files, written by hand: just what a reader of containers looks at. */

const bytesOf = (...parts: (Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => [...part]));

const letters = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

/** An EBML element with a size of eight bytes; `size` says another one than it has. */
function element(id: readonly number[], content: Uint8Array | readonly number[], size?: readonly number[]) {
  const length = content.length;
  return bytesOf(id, size ?? [0x01, 0, 0, 0, 0, 0, length >> 8, length & 255], content);
}

const ids = {
  header: [0x1a, 0x45, 0xdf, 0xa3],
  docType: [0x42, 0x82],
  segment: [0x18, 0x53, 0x80, 0x67],
  info: [0x15, 0x49, 0xa9, 0x66],
  tracks: [0x16, 0x54, 0xae, 0x6b],
  trackEntry: [0xae],
  trackNumber: [0xd7],
  trackType: [0x83],
  cluster: [0x1f, 0x43, 0xb6, 0x75],
} as const;

const unknownSize = [0x01, 255, 255, 255, 255, 255, 255, 255] as const;

export const trackTypes = { video: 1, audio: 2, subtitle: 0x11 } as const;

/** A WebM file as browsers record it: segment of unknown size, tracks, one cluster. */
export function webm(...tracks: (keyof typeof trackTypes)[]): Uint8Array {
  const entries = tracks.map((track, index) =>
    element(
      ids.trackEntry,
      bytesOf(element(ids.trackNumber, [index + 1]), element(ids.trackType, [trackTypes[track]])),
    ),
  );
  const segment = bytesOf(
    element(ids.info, [0xec, 0x80]),
    element(ids.tracks, bytesOf(...entries)),
    element(ids.cluster, [1, 2, 3, 4], unknownSize),
  );
  return bytesOf(
    element(ids.header, element(ids.docType, letters('webm'))),
    element(ids.segment, segment, unknownSize),
  );
}

function box(kind: string, content: Uint8Array | readonly number[]): Uint8Array {
  const size = content.length + 8;
  return bytesOf([0, 0, size >> 8, size & 255], letters(kind), content);
}

/** An MP4 file with tracks of these handlers (`soun`, `vide`). */
export function mp4(brand: string, ...handlers: string[]): Uint8Array {
  const tracks = handlers.map((handler) =>
    box(
      'trak',
      box('mdia', box('hdlr', [0, 0, 0, 0, 0, 0, 0, 0, ...letters(handler), ...Array(13).fill(0)])),
    ),
  );
  return bytesOf(
    box('ftyp', [...letters(brand), 0, 0, 0, 0, ...letters(brand)]),
    box('moov', bytesOf(...tracks)),
    box('mdat', [1, 2, 3]),
  );
}

/** A WAV file of silence. */
export function wav(): Uint8Array {
  const sizes = [36, 0, 0, 0];
  const format = [16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0];
  return bytesOf(letters('RIFF'), sizes, letters('WAVEfmt '), format, letters('data'), [0, 0, 0, 0]);
}
