import type { Point } from './bubbleShape.ts';
import type { Box } from './standing.ts';
import { cssColour, type MapColours } from './theme.ts';

const rimPx = 1.8;
/** The dotted ring: its dots' distance and size in map pixels. */
const dotGapPx = 7;
const dotPx = 1.3;

/** An amber bubble within its rooms. All lengths in map pixels. */
export function drawBubble(
  context: CanvasRenderingContext2D,
  outline: readonly Point[],
  rooms: readonly Box[],
  colours: MapColours,
): void {
  context.save();
  if (rooms.length > 0) clipTo(context, rooms);
  context.beginPath();
  for (const { x, y } of outline) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = cssColour(colours.near, colours.nearFillAlpha);
  context.fill();
  context.lineWidth = rimPx;
  context.lineJoin = 'round';
  context.strokeStyle = cssColour(colours.near, 1);
  context.stroke();
  context.restore();
}

function clipTo(context: CanvasRenderingContext2D, rooms: readonly Box[]): void {
  context.beginPath();
  for (const room of rooms) context.rect(room.x, room.y, room.width, room.height);
  context.clip();
}

/** The dotted ring of my own range around (0, 0). */
export function drawRing(context: CanvasRenderingContext2D, radiusPx: number, colours: MapColours): void {
  const length = 2 * Math.PI * radiusPx;
  context.beginPath();
  context.arc(0, 0, radiusPx, 0, 2 * Math.PI);
  context.fillStyle = cssColour(colours.lagoon, 0.05);
  context.fill();
  context.lineWidth = dotPx;
  context.lineCap = 'round';
  // A dash of almost nothing with round ends is a dot; a whole number of them closes the ring.
  context.setLineDash([0.01, length / Math.round(length / dotGapPx) - 0.01]);
  context.strokeStyle = cssColour(colours.lagoon, 0.65);
  context.stroke();
  context.setLineDash([]);
}
