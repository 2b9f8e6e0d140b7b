import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './raster.ts';

/* PNG, third edition (W3C, 2025): section 5 for chunks, section 9 for filters. */
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const COLOUR_TYPE_RGB = 2;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.writeUInt8(8, 8);
  data.writeUInt8(COLOUR_TYPE_RGB, 9);
  return chunk('IHDR', data);
}

function file(chunks: readonly Buffer[]): Uint8Array {
  return Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', new Uint8Array())]);
}

/** Each row minus the one above it: flat art leaves almost only zeros. Filter 2 of section 9.2. */
function upFiltered(rows: Uint8Array, stride: number): Uint8Array {
  const height = rows.length / stride;
  const filtered = new Uint8Array(rows.length + height);
  for (let y = 0; y < height; y++) {
    const target = y * (stride + 1);
    filtered[target] = 2;
    for (let i = 0; i < stride; i++) {
      const above = y === 0 ? 0 : (rows[(y - 1) * stride + i] ?? 0);
      filtered[target + 1 + i] = (rows[y * stride + i] ?? 0) - above;
    }
  }
  return filtered;
}

/** A picture without transparency as a PNG file. */
export function encodeOpaquePng({ width, height, pixels }: Picture): Uint8Array {
  const rows = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) rows.set(pixels.subarray(i * 4, i * 4 + 3), i * 3);
  const data = deflateSync(upFiltered(rows, width * 3), { level: 9 });
  return file([header(width, height), chunk('IDAT', data)]);
}
