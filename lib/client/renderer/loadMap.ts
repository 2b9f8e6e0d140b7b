import '../rest/strictCsp.ts';
import { type TiledMap, tiledMapSchema } from '#lib/protocol/tiledMap.ts';
import { MapUnavailable } from './MapRenderer.ts';
import { type PeopleAtlas, readPeopleAtlas } from './peopleAtlas.ts';

/** Loads and checks a Tiled map. @throws MapUnavailable */
export async function loadTiledMap(url: string): Promise<TiledMap> {
  const parsed = tiledMapSchema.safeParse(await loadJson(url));
  if (!parsed.success)
    throw new MapUnavailable(`${url} is no map that Vicinity can read.`, { cause: parsed.error });
  return parsed.data;
}

/** Loads the people's spritesheet; its image is named relative to it. @throws MapUnavailable */
export async function loadPeopleAtlas(url: string): Promise<PeopleAtlas> {
  const sheet = await loadJson(url);
  try {
    return readPeopleAtlas(sheet, url.slice(0, url.lastIndexOf('/') + 1));
  } catch (error) {
    throw new MapUnavailable(`${url} is no spritesheet.`, { cause: error });
  }
}

async function loadJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new MapUnavailable(`${url} answered ${response.status}.`);
    return await response.json();
  } catch (error) {
    if (error instanceof MapUnavailable) throw error;
    throw new MapUnavailable(`${url} could not be loaded.`, { cause: error });
  }
}
