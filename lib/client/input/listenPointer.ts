import type { Tile } from '#lib/domain/geometry.ts';
import type { Walker } from './createWalker.ts';

export interface PointerTargets {
  readonly walker: Pick<Walker, 'walkTo'>;
  /** The tile under a point of the window, or null. */
  readonly tileAt: (clientX: number, clientY: number) => Tile | null;
  /** One step in (1) or out (-1), for the wheel. */
  readonly zoom?: (direction: 1 | -1) => void;
}

/** A press that moves farther than this, in CSS px, is no tap. */
const tapSlopPx = 10;
/** So much of turning the wheel, in CSS px, is one step of zoom. */
const wheelStepPx = 80;

/** Walks to the tile that is clicked or tapped; the wheel zooms. Returns how to stop listening. */
export function listenPointer(host: HTMLElement, { walker, tileAt, zoom }: PointerTargets): () => void {
  let down: { readonly id: number; readonly x: number; readonly y: number } | null = null;
  let turnedPx = 0;

  function pressed(event: PointerEvent): void {
    down =
      event.isPrimary && event.button === 0
        ? { id: event.pointerId, x: event.clientX, y: event.clientY }
        : null;
  }

  function released(event: PointerEvent): void {
    const from = down;
    down = null;
    if (from === null || from.id !== event.pointerId) return;
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > tapSlopPx) return;
    const tile = tileAt(event.clientX, event.clientY);
    if (tile !== null) walker.walkTo(tile);
  }

  function turned(event: WheelEvent): void {
    if (zoom === undefined) return;
    event.preventDefault();
    turnedPx += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * wheelStepPx;
    if (Math.abs(turnedPx) < wheelStepPx) return;
    zoom(turnedPx < 0 ? 1 : -1);
    turnedPx = 0;
  }

  function cancelled(): void {
    down = null;
  }

  host.addEventListener('pointerdown', pressed);
  host.addEventListener('pointerup', released);
  host.addEventListener('pointercancel', cancelled);
  host.addEventListener('wheel', turned, { passive: false });
  return () => {
    host.removeEventListener('pointerdown', pressed);
    host.removeEventListener('pointerup', released);
    host.removeEventListener('pointercancel', cancelled);
    host.removeEventListener('wheel', turned);
  };
}
