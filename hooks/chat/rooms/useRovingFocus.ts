'use client';

import { type KeyboardEvent, type RefObject, useRef } from 'react';

/** Where a key leads in a list of `count` entries; null for keys that lead nowhere. */
export function rovingStep(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, -1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

export interface RovingFocus {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly field: RefObject<HTMLInputElement | null>;
  onListKey(event: KeyboardEvent): void;
  onFieldKey(event: KeyboardEvent): void;
}

/**
 * Arrow keys walk through the entries of a list (marked with `data-entry`), and from its first one back into the field
 * above it. Down in the field leads into the list.
 */
export function useRovingFocus(): RovingFocus {
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
  return {
    list,
    field,
    onListKey(event) {
      const all = entries();
      const at = all.findIndex((entry) => entry.contains(document.activeElement));
      const next = at === -1 ? null : rovingStep(event.key, at, all.length);
      if (next === null) return;
      event.preventDefault();
      (all[next] ?? field.current)?.focus();
    },
    onFieldKey(event) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      entries()[0]?.focus();
    },
  };
}
