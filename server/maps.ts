import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { RefusedError } from '#lib/protocol/errors.ts';
import { type TiledMap, tiledMapSchema } from '#lib/protocol/tiledMap.ts';
import { isErrno } from './errno.ts';

/** The only folder that maps are read from; paths on the web origin begin with its name. */
const folder = 'maps';

/** The file behind a map's path such as `/maps/office.tmj`; `null` for a path that leads anywhere else. */
function fileOf(publicDir: string, mapUrl: string): string | null {
  if (!/^\/maps\/[\w.\-/]+\.tmj$/.test(mapUrl)) return null;
  const file = normalize(join(publicDir, mapUrl));
  return file.startsWith(join(publicDir, folder) + sep) ? file : null;
}

async function readMap(file: string, mapUrl: string): Promise<TiledMap> {
  try {
    return tiledMapSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) throw new RefusedError('not_found', `There is no map at ${mapUrl}.`);
    throw error;
  }
}

/**
 * Reads maps from the folder that the web part serves them from. Throws `RefusedError` (`not_found`) for a path that
 * names none, whatever else is on the disk.
 */
export function createMapLoader(publicDir: string): (mapUrl: string) => Promise<TiledMap> {
  return async (mapUrl) => {
    const file = fileOf(publicDir, mapUrl);
    if (file === null) throw new RefusedError('not_found', `${mapUrl} is not the path of a map.`);
    return await readMap(file, mapUrl);
  };
}
