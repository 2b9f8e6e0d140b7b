'use client';

import { useRef } from 'react';
import { focusContentIfLost } from './focusContent.ts';

/**
 * Radix gives the focus back to its own trigger only, and windows are opened from many places. A menu item that opened
 * one is gone by then: the content of the page takes its place.
 */
export function useBorrowedFocus(): { takeFocus: (event: Event) => void; returnFocus: () => void } {
  const owner = useRef<Element | null>(null);
  return {
    takeFocus(event) {
      event.preventDefault();
      owner.current = document.activeElement;
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
    },
    returnFocus() {
      if (owner.current instanceof HTMLElement) owner.current.focus({ preventScroll: true });
      focusContentIfLost();
    },
  };
}
