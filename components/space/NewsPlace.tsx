'use client';

import { type ReactNode, use } from 'react';
import { useHud } from '#hooks/live/HudContext.ts';
import type { HudPanel } from '#hooks/mapInsets.ts';
import { ToastsContext } from '#hooks/useToasts.ts';
import { useWindowSize } from '#hooks/useWindowSize.ts';

/** The breakpoints of the style sheets, in CSS px: panels beside the map, and windows of little height. */
const deskWidth = 760;
const lowHeight = 500;

/**
 * Where short news appears: on the map, or, where the chat covers all of the map, over everything as on other pages.
 */
export function NewsPlace({ panel, children }: { panel: HudPanel; children: ReactNode }) {
  const { toasts } = useHud();
  const ofPage = use(ToastsContext);
  const { width, height } = useWindowSize();
  const isCovered = panel === 'chat' && width < deskWidth && height > lowHeight;
  return <ToastsContext value={isCovered ? ofPage : toasts}>{children}</ToastsContext>;
}
