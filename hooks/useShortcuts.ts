'use client';

import { useEffect, useRef } from 'react';
import { areLetterKeysOn } from './letterKeys.ts';

/** What a key does, by the letter it types. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Runs shortcuts on single keys, unless somebody is writing, holds another key, or looks at a dialog. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isOccupied(event.target)) return;
      const run = latest.current[event.key.toLowerCase()];
      if (run === undefined || (isLetter(event.key) && !areLetterKeysOn())) return;
      event.preventDefault();
      run();
    }
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}

/** Letters and signs are what a slip or a voice control types; `Escape` is not. */
function isLetter(key: string): boolean {
  return key.length === 1;
}

const occupying =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

function isOccupied(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(occupying) !== null;
}
