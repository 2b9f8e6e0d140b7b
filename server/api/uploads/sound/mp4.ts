/** Boxes that hold others on the way to a track's handler (ISO/IEC 14496-12 §8). */
const opened: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia']);

/** Boxes looked at before a file counts as not understood. */
const stepsMost = 2_000;

const headerBytes = 8;

/** Where the handler's four letters stand in a `hdlr` box, after version, flags and `pre_defined` (§8.4.3). */
const handlerOffset = 8;

const lettersAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/** Where a box's content begins and where the next one does; `null` for a size that cannot be. */
function boxAt(view: DataView, at: number): { start: number; end: number } | null {
  if (at + headerBytes > view.byteLength) return null;
  const size = view.getUint32(at);
  if (size === 0) return { start: at + headerBytes, end: view.byteLength };
  if (size >= headerBytes) return { start: at + headerBytes, end: at + size };
  // The size follows in 64 bits.
  if (size !== 1 || at + 16 > view.byteLength) return null;
  const large = Number(view.getBigUint64(at + headerBytes));
  return large < 16 ? null : { start: at + 16, end: at + large };
}

/** Whether an MP4 file has tracks and all of them are sound. */
export function isSoundOnlyMp4(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const handlers: string[] = [];
  let at = 0;
  for (let step = 0; step < stepsMost && at < bytes.length; step += 1) {
    const box = boxAt(view, at);
    if (box === null) break;
    const kind = lettersAt(bytes, at + 4);
    if (kind === 'hdlr') handlers.push(lettersAt(bytes, box.start + handlerOffset));
    at = opened.has(kind) ? box.start : box.end;
  }
  return handlers.length > 0 && handlers.every((handler) => handler === 'soun');
}
