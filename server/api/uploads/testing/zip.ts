import { crc32 } from 'node:zlib';

/** A ZIP archive with one deflated entry that says it unpacks to `unpackedBytes`. */
export function zipOf(name: string, deflated: Uint8Array, unpackedBytes: number): Uint8Array {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(deflated), 14);
  local.writeUInt32LE(deflated.byteLength, 18);
  local.writeUInt32LE(unpackedBytes, 22);
  local.writeUInt16LE(name.length, 26);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([local, Buffer.from(name), deflated, end]);
}
