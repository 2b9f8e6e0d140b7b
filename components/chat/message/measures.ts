/** Largest picture in the list, in CSS px. */
const pictureMost = { width: 320, height: 240 } as const;

/** Room that a picture takes in the list before it has come: as large as it is, at most 320 × 240 px. Pure. */
export function pictureSize(width: number | null, height: number | null): { width: number; height: number } {
  if (width === null || height === null || width <= 0 || height <= 0) return { width: 240, height: 180 };
  const scale = Math.min(1, pictureMost.width / width, pictureMost.height / height);
  return { width: Math.max(48, Math.round(width * scale)), height: Math.max(32, Math.round(height * scale)) };
}

/** A length of time as `4:07`, or `1:04:07`. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** A size as a figure and its unit, as `Intl` names it: `{ value: 1.4, unit: 'megabyte' }`. */
export function sizeOf(bytes: number): { value: number; unit: 'byte' | 'kilobyte' | 'megabyte' } {
  if (bytes < 1_000) return { value: bytes, unit: 'byte' };
  if (bytes < 1_000_000) return { value: Math.round(bytes / 1_000), unit: 'kilobyte' };
  return { value: Math.round(bytes / 100_000) / 10, unit: 'megabyte' };
}

/** Where the bytes of a file lie on the web origin; with `name`, for saving under it. */
export const fileHref = (fileId: string): string => `/api/v1/files/${encodeURIComponent(fileId)}`;
