/** What the panels of the interface cover at each edge, in CSS px. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The window onto the map. Lengths in CSS px. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly insets: Insets;
  /** CSS px per map pixel. */
  readonly scale: number;
  /** Device px per CSS px. */
  readonly dpr: number;
}

/** A place on the map in map pixels. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

export interface MapSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How fast the camera follows: after this time, in ms, it has closed 63 % of the way. */
const followMs = 120;
/** Nearer than this, in map pixels, the camera has arrived. */
const arrivedPx = 0.2;
/** How far beyond its edge the map may be shown, in map pixels: approached softly, never reached. */
const overscrollPx = 96;

/** The map point for the view's top left corner that puts `target` into the middle of what the panels leave free. */
export function cornerFor(target: MapPoint, view: View, map: MapSize): MapPoint {
  const { insets, scale } = view;
  const middleX = insets.left + (view.width - insets.left - insets.right) / 2;
  const middleY = insets.top + (view.height - insets.top - insets.bottom) / 2;
  return {
    x: clampSoftly(
      target.x - middleX / scale,
      view.width / scale,
      map.widthPx,
      insets.left / scale,
      insets.right / scale,
    ),
    y: clampSoftly(
      target.y - middleY / scale,
      view.height / scale,
      map.heightPx,
      insets.top / scale,
      insets.bottom / scale,
    ),
  };
}

/**
 * Keeps one axis of the view near the map: what would show beyond an edge is pressed into `overscrollPx`, so the camera
 * slows down instead of stopping dead. Covered strips count as free space. A map smaller than the view is centred.
 */
function clampSoftly(corner: number, extent: number, size: number, before: number, after: number): number {
  const low = -before;
  const high = size - extent + after;
  if (low >= high) return (low + high) / 2;
  if (corner < low) return low - pressed(low - corner);
  if (corner > high) return high + pressed(corner - high);
  return corner;
}

function pressed(overshoot: number): number {
  return overscrollPx * (1 - Math.exp(-overshoot / overscrollPx));
}

/** One frame of following: the corner after `elapsedMs`. Arrives exactly. */
export function follow(corner: MapPoint, goal: MapPoint, elapsedMs: number): MapPoint {
  if (Math.hypot(goal.x - corner.x, goal.y - corner.y) < arrivedPx) return goal;
  const share = 1 - Math.exp(-elapsedMs / followMs);
  return { x: corner.x + (goal.x - corner.x) * share, y: corner.y + (goal.y - corner.y) * share };
}

/** The offset of the map on the screen in CSS px, on whole device pixels, so that nothing shimmers. */
export function screenOffset(corner: MapPoint, view: View): MapPoint {
  return { x: snapped(-corner.x * view.scale, view.dpr), y: snapped(-corner.y * view.scale, view.dpr) };
}

/** A length in CSS px on whole device pixels. */
export function snapped(cssPx: number, dpr: number): number {
  return Math.round(cssPx * dpr) / dpr;
}

/** Steps of the zoom keys and of the wheel. */
const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2];

/** The next zoom in or out from `zoom`; the same one at the ends. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const next = direction > 0 ? zooms.find((step) => step > zoom) : zooms.findLast((step) => step < zoom);
  return next ?? zoom;
}

/** A view narrower than this in CSS px is a phone's. */
const phoneWidthPx = 640;

/** CSS px per tile at zoom 1: 48, on phones 40. */
export function tileSizeOnScreen(viewWidth: number): number {
  return viewWidth < phoneWidthPx ? 40 : 48;
}
