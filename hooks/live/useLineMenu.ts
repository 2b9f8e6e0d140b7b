'use client';

import { type MouseEvent, type PointerEvent, useRef, useState } from 'react';

export interface LineMenu {
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
  /** For the line itself. */
  readonly lineProps: {
    onPointerDown(event: PointerEvent): void;
    onClick(event: MouseEvent): void;
    onContextMenu(event: MouseEvent): void;
  };
}

/**
 * Opens a line's menu from anywhere on the line: by a tap or a long press of a finger, and by the other button of a
 * mouse. The keyboard has the menu's own button.
 */
export function useLineMenu(hasMenu: boolean): LineMenu {
  const [isOpen, setOpen] = useState(false);
  // Not every browser says with a click what it was made with.
  const pointer = useRef('mouse');

  function open(event: MouseEvent): void {
    if (!hasMenu || !isOnLine(event)) return;
    event.preventDefault();
    setOpen(true);
  }

  return {
    isOpen,
    setOpen,
    lineProps: {
      onPointerDown: ({ pointerType }) => {
        pointer.current = pointerType;
      },
      onClick: (event) => {
        if (pointer.current !== 'mouse') open(event);
      },
      onContextMenu: open,
    },
  };
}

/** React hands on what happens in the menu too, though it lies elsewhere on the page; and buttons are for themselves. */
function isOnLine({ target, currentTarget }: MouseEvent): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return false;
  return target.closest('button') === null;
}
