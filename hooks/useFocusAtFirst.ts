'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Gives the keyboard to an element once it is shown: what had it is gone, and screen readers go on from here. */
export function useFocusAtFirst<Shown extends HTMLElement>(): RefObject<Shown | null> {
  const element = useRef<Shown>(null);
  useEffect(() => {
    element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
