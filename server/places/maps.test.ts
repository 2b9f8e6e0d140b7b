import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mapSchema } from '#lib/protocol/rest/spaces.ts';
import { createMapLoader } from '../maps.ts';
import { mapById, maps } from './maps.ts';

const publicDir = join(import.meta.dirname, '../../public');
const load = createMapLoader(publicDir);

describe('the maps that are offered', () => {
  it('have keys of their own', () => {
    expect(new Set(maps.map(({ id }) => id)).size).toBe(maps.length);
  });

  it.each(maps)('$id is as large as its file and has both pictures', async (map) => {
    expect(mapSchema.safeParse(map).success).toBe(true);
    const file = await load(map.url);
    expect([file.width, file.height]).toEqual([map.widthTiles, map.heightTiles]);
    expect(existsSync(join(publicDir, map.picture.light))).toBe(true);
    expect(existsSync(join(publicDir, map.picture.dark))).toBe(true);
  });

  it('are not found by another key', () => {
    expect(() => mapById('constructor')).toThrow(
      expect.objectContaining({ code: 'not_found', path: 'mapId' }),
    );
  });
});
