import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAPS } from '../maps/index.ts';
import type { OutputFile } from './output-file.ts';
import { allFiles } from './outputs.ts';

const PUBLIC = join(import.meta.dirname, '..', '..', 'public');
const LARGEST_TEXTURE_PX = 4096;
/** What a visitor waits for at most: pictures at twice the size of one map, its file, one picture of a card. */
const LARGEST_KB = { picture: 400, map: 80, preview: 260 };
const MADE_AGAIN = 'run `npm run atlas` after a change to the art';

/** Width and height stand at bytes 16 and 20 of every PNG file. */
function pngSize(file: Uint8Array): { width: number; height: number } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function isText(file: OutputFile): file is OutputFile & { content: string } {
  return typeof file.content === 'string';
}

function isPicture(file: OutputFile): file is OutputFile & { content: Uint8Array } {
  return typeof file.content !== 'string';
}

describe('files made from the art', () => {
  const files = allFiles();

  it('are all there', () => {
    expect(files.map(({ path }) => path).filter((path) => !existsSync(join(PUBLIC, path)))).toEqual([]);
  });

  it.each(files.filter(isText))('$path is what the art makes now', ({ path, content }) => {
    expect(readFileSync(join(PUBLIC, path), 'utf8') === content, MADE_AGAIN).toBe(true);
  });

  it.each(files.filter(isPicture))('$path has the size the art makes now', ({ path, content }) => {
    expect(pngSize(readFileSync(join(PUBLIC, path))), MADE_AGAIN).toEqual(pngSize(content));
  });

  it.each(files.filter(isPicture))('$path fits into a texture', ({ content }) => {
    const { width, height } = pngSize(content);
    expect(Math.max(width, height)).toBeLessThanOrEqual(LARGEST_TEXTURE_PX);
  });

  it.each(MAPS)('are small enough for $id', ({ id }) => {
    const ofMap = files.filter(({ path }) => path.startsWith(`maps/${id}`));
    const largest = (ending: RegExp) =>
      Math.max(
        ...ofMap
          .filter(({ path }) => ending.test(path))
          .map(({ content }) => Buffer.byteLength(content) / 1024),
      );
    expect(largest(/\.png$/)).toBeLessThan(LARGEST_KB.picture);
    expect(largest(/\.tmj$/)).toBeLessThan(LARGEST_KB.map);
    expect(largest(/-preview(-night)?\.svg$/)).toBeLessThan(LARGEST_KB.preview);
  });

  it('draw everything at twice the size as well, by night as by day', () => {
    const mapPictures = MAPS.flatMap(({ id }) => [`maps/${id}-floor`, `maps/${id}-pieces`]);
    const sizes = new Map(files.filter(isPicture).map(({ path, content }) => [path, pngSize(content)]));
    for (const name of [...mapPictures, 'atlas/people']) {
      const { width = 0, height = 0 } = sizes.get(`${name}.png`) ?? {};
      expect(sizes.get(`${name}-night.png`)).toEqual({ width, height });
      expect(sizes.get(`${name}@2x.png`)).toEqual({ width: 2 * width, height: 2 * height });
      expect(sizes.get(`${name}-night@2x.png`)).toEqual({ width: 2 * width, height: 2 * height });
    }
  });
});
