'use client';

import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';

/** How long a finger rests until it means more than a tap, in ms. */
const pressMs = 450;

/** How far a finger may wander meanwhile, in CSS px; further, it scrolls. */
const wanderPx = 10;

export interface LongPress {
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerUp(): void;
  onPointerCancel(): void;
  onContextMenu(event: MouseEvent): void;
}

/** Runs something when a finger rests on an element, unless it rests on a link or a control of its own. */
export function useLongPress(run: () => void): LongPress {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const start = useRef({ x: 0, y: 0, isTouch: false });
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);

  function stop(): void {
    clearTimeout(timer.current ?? undefined);
    timer.current = null;
  }

  return {
    onPointerDown({ pointerType, clientX: x, clientY: y, target }) {
      start.current = { x, y, isTouch: pointerType === 'touch' };
      if (pointerType !== 'touch' || isControl(target)) return;
      stop();
      timer.current = setTimeout(run, pressMs);
    },
    onPointerMove({ clientX, clientY }) {
      if (Math.hypot(clientX - start.current.x, clientY - start.current.y) > wanderPx) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onContextMenu(event) {
      // The browser's own menu of a long press would lie over ours; that of a mouse stays.
      if (start.current.isTouch && !isControl(event.target)) event.preventDefault();
    },
  };
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, audio') !== null;
}
