import type { Insets } from '#lib/client/renderer/camera.ts';

/** What may stand beside the map. */
export type HudPanel = 'none' | 'people' | 'chat';

export interface StageLayout {
  /** Size of the window in CSS px. */
  readonly width: number;
  readonly height: number;
  readonly isInCall: boolean;
  readonly panel: HudPanel;
  /** Whether a shared screen is shown large. */
  readonly isScreenLarge: boolean;
  readonly isRightToLeft: boolean;
}

/** The breakpoints of the style sheets, in CSS px: panels beside the map, and windows of little height. */
const deskWidth = 760;
const lowHeight = 500;

/** What a panel covers with the gaps beside it, in CSS px, in low windows and in others. */
const panelWidths = {
  low: { none: 0, people: 332, chat: 392 },
  wide: { none: 0, people: 376, chat: 412 },
} as const;

/** Height of a large screen as a share of the window's, and how much of the width is left beside it at least, in CSS px. */
const screenShare = { low: 0.5, desk: 0.46, phone: 0.34 };
const screenBeside = { low: 240, desk: 480, phone: 24 };

/** How much higher a large screen makes what covers the top, in CSS px. */
function screenHeight(layout: StageLayout, kind: keyof typeof screenShare): number {
  if (!layout.isScreenLarge) return 0;
  const byWidth = (Math.max(0, layout.width - screenBeside[kind]) * 9) / 16;
  return Math.round(Math.min(layout.height * screenShare[kind], byWidth)) + 8;
}

/** What the interface covers at each edge: I stand in the middle of the rest. Follows the layout of the space. */
export function mapInsets(layout: StageLayout): Insets {
  if (layout.height <= lowHeight)
    return withPanel(
      { top: (layout.isInCall ? 96 : 60) + screenHeight(layout, 'low'), bottom: 68 },
      panelWidths.low[layout.panel],
      layout,
    );
  if (layout.width >= deskWidth)
    return withPanel(
      { top: (layout.isInCall ? 132 : 60) + screenHeight(layout, 'desk'), bottom: 84 },
      panelWidths.wide[layout.panel],
      layout,
    );
  const sheet = Math.round(layout.height * 0.56);
  return {
    top: (layout.isInCall ? 166 : 68) + screenHeight(layout, 'phone'),
    right: 0,
    bottom: layout.panel === 'none' ? 88 : sheet,
    left: 0,
  };
}

function withPanel(edges: { top: number; bottom: number }, side: number, layout: StageLayout): Insets {
  return layout.isRightToLeft ? { ...edges, left: side, right: 0 } : { ...edges, left: 0, right: side };
}
