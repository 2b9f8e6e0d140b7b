import { RefusedError } from '#lib/protocol/errors.ts';
import type { MapView } from '#lib/protocol/rest/spaces.ts';

/** The maps that spaces are made of. Sizes are those of the Tiled files (a test compares them). */
export const maps: readonly MapView[] = [
  {
    id: 'office',
    url: '/maps/office.tmj',
    picture: { light: '/maps/office-preview.svg', dark: '/maps/office-preview-night.svg' },
    widthTiles: 40,
    heightTiles: 26,
    seats: 50,
  },
  {
    id: 'cabin',
    url: '/maps/cabin.tmj',
    picture: { light: '/maps/cabin-preview.svg', dark: '/maps/cabin-preview-night.svg' },
    widthTiles: 22,
    heightTiles: 15,
    seats: 8,
  },
  {
    id: 'classroom',
    url: '/maps/classroom.tmj',
    picture: { light: '/maps/classroom-preview.svg', dark: '/maps/classroom-preview-night.svg' },
    widthTiles: 30,
    heightTiles: 20,
    seats: 30,
  },
];

/** The map with this key. Throws `RefusedError` (`not_found`) for one that is not offered. */
export function mapById(id: string): MapView {
  const map = maps.find((candidate) => candidate.id === id);
  if (map === undefined) throw new RefusedError('not_found', 'There is no such map.', 'mapId');
  return map;
}
