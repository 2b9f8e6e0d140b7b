'use client';

import { type RefObject, useEffect } from 'react';
import { useVisit } from './SpaceContext.ts';

/**
 * Tells the call how high somebody's picture is shown, in device px, so that no larger one is sent than is seen.
 *
 * @param sessionId whose picture it is; null for the own one, which is sent nowhere
 */
export function useTileHeight(tile: RefObject<HTMLElement | null>, sessionId: string | null): void {
  const { calls } = useVisit();
  useEffect(() => {
    const element = tile.current;
    if (element === null || sessionId === null) return undefined;
    const observer = new ResizeObserver(() => {
      calls.setTileHeight(sessionId, Math.round(element.clientHeight * window.devicePixelRatio));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [calls, tile, sessionId]);
}
