import type { Tile } from '#lib/domain/geometry.ts';

/** Free tiles of the demo office that the scenarios use. All lie out of the resident's reach unless they say otherwise. */
export const places = {
  /** In the studio, with free tiles to its right. */
  meeting: { x: 26, y: 16 },
  /** At the left end of the studio, out of everybody's reach. */
  far: { x: 16, y: 16 },
  /** On both sides of the wall between meeting room and kitchen, two tiles apart. */
  meetingRoomWall: { x: 22, y: 6 },
  kitchenWall: { x: 24, y: 6 },
  /** Two tiles from the resident. */
  byResident: { x: 21, y: 17 },
} as const satisfies Record<string, Tile>;

/** The tile so many tiles to the right of the meeting place. */
export function right(tiles: number): Tile {
  return { x: places.meeting.x + tiles, y: places.meeting.y };
}
