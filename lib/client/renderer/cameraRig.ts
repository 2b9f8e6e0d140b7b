import {
  cornerFor,
  follow,
  type Insets,
  type MapPoint,
  type MapSize,
  nextZoom,
  screenOffset,
  tileSizeOnScreen,
  type View,
} from './camera.ts';

/** The middle of a figure is this far above its feet, in map pixels. */
const figureMiddlePx = 20;

export interface ViewSize {
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
}

/** The camera with its memory: where it is, how large the map is shown, and whom it follows. */
export interface CameraRig {
  view(): View;
  /** Where the map's top left corner is on the screen, in CSS px. */
  offset(): MapPoint;
  /** One frame of following `feet` (in map pixels; null stays); true while the camera still moves. */
  follow(feet: MapPoint | null, elapsedMs: number): boolean;
  resize(size: ViewSize): void;
  setInsets(insets: Insets): void;
  zoom(direction: 1 | -1): void;
  toScreen(point: MapPoint): MapPoint;
  toMap(point: MapPoint): MapPoint;
}

export function createCameraRig(
  map: MapSize & { readonly tilePx: number },
  start: ViewSize & { readonly insets: Insets },
): CameraRig {
  let zoom = 1;
  let size: ViewSize = start;
  let insets = start.insets;
  /** Null until somebody was followed: the first sight is no journey. */
  let corner: MapPoint | null = null;

  function view(): View {
    const scale = (tileSizeOnScreen(size.width) * zoom) / map.tilePx;
    return { width: size.width, height: size.height, dpr: size.dpr, insets, scale };
  }

  function offset(): MapPoint {
    return screenOffset(corner ?? middleCorner(), view());
  }

  function middleCorner(): MapPoint {
    return cornerFor({ x: map.widthPx / 2, y: map.heightPx / 2 }, view(), map);
  }

  return {
    view,
    offset,
    follow(feet, elapsedMs) {
      if (feet === null) return false;
      const goal = cornerFor({ x: feet.x, y: feet.y - figureMiddlePx }, view(), map);
      corner = corner === null ? goal : follow(corner, goal, elapsedMs);
      return corner !== goal;
    },
    resize(next) {
      size = next;
      corner = null;
    },
    setInsets(next) {
      insets = next;
    },
    zoom(direction) {
      zoom = nextZoom(zoom, direction);
      corner = null;
    },
    toScreen(point) {
      const { scale } = view();
      const at = offset();
      return { x: point.x * scale + at.x, y: point.y * scale + at.y };
    },
    toMap(point) {
      const { scale } = view();
      const at = offset();
      return { x: (point.x - at.x) / scale, y: (point.y - at.y) / scale };
    },
  };
}
