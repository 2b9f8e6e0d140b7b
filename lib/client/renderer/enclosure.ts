import type { Point } from './bubbleShape.ts';
import type { MapModel, Room } from './mapModel.ts';

/** Bubbles may reach this far under the walls around their room, in map pixels: half a wall. */
const wallPx = 5;

/**
 * The rooms that a bubble is kept within: all of the enclosure in which its members stand. None when they stand in
 * several (in a doorway) or in the open.
 */
export function enclosureOf(model: Pick<MapModel, 'rooms'>, points: readonly Point[]): readonly Room[] {
  const enclosures = new Set(
    points.map((point) => model.rooms.find((room) => isWithin(room, point))?.enclosure),
  );
  const [only] = enclosures;
  if (enclosures.size !== 1 || only === undefined) return [];
  return model.rooms.filter((room) => room.enclosure === only).map(widened);
}

function widened(room: Room): Room {
  return {
    ...room,
    x: room.x - wallPx,
    y: room.y - wallPx,
    width: room.width + wallPx * 2,
    height: room.height + wallPx * 2,
  };
}

function isWithin(room: Room, point: Point): boolean {
  return (
    point.x >= room.x && point.y >= room.y && point.x < room.x + room.width && point.y < room.y + room.height
  );
}
