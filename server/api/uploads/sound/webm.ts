/**
 * Ids of the elements on the way to a track's type (RFC 9559 §5; the coding of ids and sizes: RFC 8794 §4 and §5).
 */
const segment = 0x18538067;
const tracks = 0x1654ae6b;
const trackEntry = 0xae;
const trackType = 0x83;
const cluster = 0x1f43b675;

const opened: ReadonlySet<number> = new Set([segment, tracks, trackEntry]);

/** `TrackType` of sound (RFC 9559 §5.1.4.1.3). */
const soundType = 2;

/** Elements looked at before a file counts as not understood. */
const stepsMost = 2_000;

interface Coded {
  readonly value: number;
  readonly length: number;
}

/** A number of variable length; `null` beyond the end or when it is longer than `lengthMost`. */
function readCoded(bytes: Uint8Array, at: number, lengthMost: number, keepsMarker: boolean): Coded | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > lengthMost || at + length > bytes.length) return null;
  const marker = 0x100 >> length;
  let value = keepsMarker ? first : first & (marker - 1);
  for (let index = 1; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return { value, length };
}

interface Element {
  readonly id: number;
  readonly start: number;
  readonly size: number;
}

function readElement(bytes: Uint8Array, at: number): Element | null {
  const id = readCoded(bytes, at, 4, true);
  if (id === null) return null;
  const size = readCoded(bytes, at + id.length, 8, false);
  return size === null ? null : { id: id.value, start: at + id.length + size.length, size: size.value };
}

/**
 * Whether a WebM file has tracks and all of them are sound. Browsers record voice into the same container as video, and
 * its beginning does not tell.
 */
export function isSoundOnlyWebm(bytes: Uint8Array): boolean {
  const types: number[] = [];
  let at = 0;
  for (let step = 0; step < stepsMost && at < bytes.length; step += 1) {
    const element = readElement(bytes, at);
    // Tracks stand before the first cluster in everything that is recorded live.
    if (element === null || element.id === cluster) break;
    if (element.id === trackType) types.push(bytes[element.start + element.size - 1] ?? 0);
    at = opened.has(element.id) ? element.start : element.start + element.size;
  }
  return types.length > 0 && types.every((type) => type === soundType);
}
