import type { Insets } from '#lib/client/renderer/camera.ts';

export interface StageLayout {
  /** Size of the window in CSS px. */
  readonly width: number;
  readonly height: number;
  readonly isInCall: boolean;
  readonly isPanelOpen: boolean;
  readonly isRightToLeft: boolean;
}

/** The breakpoints of the style sheets, in CSS px: panels beside the map, and windows of little height. */
const deskWidth = 760;
const lowHeight = 500;

/** What the interface covers at each edge: I stand in the middle of the rest. Follows the layout of the space. */
export function mapInsets(layout: StageLayout): Insets {
  if (layout.height <= lowHeight)
    return withPanel({ top: layout.isInCall ? 96 : 60, bottom: 68 }, 332, layout);
  if (layout.width >= deskWidth)
    return withPanel({ top: layout.isInCall ? 132 : 60, bottom: 84 }, 376, layout);
  const sheet = Math.round(layout.height * 0.56);
  return {
    top: layout.isInCall ? 166 : 68,
    right: 0,
    bottom: layout.isPanelOpen ? sheet : 88,
    left: 0,
  };
}

function withPanel(edges: { top: number; bottom: number }, panelWidth: number, layout: StageLayout): Insets {
  const side = layout.isPanelOpen ? panelWidth : 0;
  return layout.isRightToLeft ? { ...edges, left: side, right: 0 } : { ...edges, left: 0, right: side };
}
