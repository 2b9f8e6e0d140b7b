'use client';

import { type KeyboardEvent, useState } from 'react';

export interface ListKeys {
  /** Which entry the keys are on. */
  readonly active: number;
  setActive(index: number): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** Where a key leads in a list of `count` entries; null for keys that lead nowhere. */
export function stepInList(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return Math.min(active + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(active - 1, 0);
  if (key === 'PageDown') return Math.min(active + 8, count - 1);
  if (key === 'PageUp') return Math.max(active - 8, 0);
  return null;
}

/** Keys of a search field that walk through the list below it (WAI-ARIA Authoring Practices, combobox). */
export function useListKeys(count: number, onChoose: (index: number) => void): ListKeys {
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  return {
    active,
    setActive,
    onKeyDown(event) {
      const next = stepInList(event.key, active, count);
      if (next !== null) setActive(next);
      if (event.key === 'Enter' && count > 0) onChoose(active);
      if (next !== null || event.key === 'Enter') event.preventDefault();
    },
  };
}
