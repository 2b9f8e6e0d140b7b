import type { Walker } from './createWalker.ts';
import { noDirection } from './direction.ts';
import { directionOfKeys, isWalkingKey } from './heldKeys.ts';

export interface KeyTargets {
  readonly walker: Pick<Walker, 'hold' | 'stop'>;
  /** One step in (1) or out (-1), for the keys + and -. */
  readonly zoom?: (direction: 1 | -1) => void;
  /** Whether letters and signs count; asked at each press. Without it they do. */
  readonly usesLetters?: () => boolean;
}

/**
 * Walks with the arrow keys and WASD, zooms with + and -. Keys are left alone while somebody types, while a menu or a
 * dialog has the focus, and with Ctrl, Alt or Meta held. Returns how to stop listening.
 */
export function listenKeys(window: Window, { walker, zoom, usesLetters }: KeyTargets): () => void {
  const held = new Set<string>();

  function pressed(event: KeyboardEvent): void {
    if (
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.defaultPrevented ||
      isUsedElsewhere(event.target)
    )
      return;
    if (event.key.length === 1 && usesLetters?.() === false) return;
    if (isWalkingKey(event.code)) walk(event);
    else zoomBy(event);
  }

  function zoomBy(event: KeyboardEvent): void {
    const direction = zoomOf(event.key);
    if (direction === null || zoom === undefined) return;
    event.preventDefault();
    zoom(direction);
  }

  function walk(event: KeyboardEvent): void {
    event.preventDefault();
    if (event.repeat) return;
    held.add(event.code);
    walker.hold(directionOfKeys(held));
  }

  function released(event: KeyboardEvent): void {
    if (held.delete(event.code)) walker.hold(directionOfKeys(held));
  }

  /** The window lost the keyboard, or a field took it: no key-up will come. */
  function letGo(): void {
    if (held.size === 0) return;
    held.clear();
    walker.hold(noDirection);
  }

  function focused(event: FocusEvent): void {
    if (isUsedElsewhere(event.target)) letGo();
  }

  window.addEventListener('keydown', pressed);
  window.addEventListener('keyup', released);
  window.addEventListener('blur', letGo);
  window.addEventListener('focusin', focused);
  return () => {
    letGo();
    window.removeEventListener('keydown', pressed);
    window.removeEventListener('keyup', released);
    window.removeEventListener('blur', letGo);
    window.removeEventListener('focusin', focused);
  };
}

function zoomOf(key: string): 1 | -1 | null {
  if (key === '+' || key === '=') return 1;
  return key === '-' || key === '_' ? -1 : null;
}

/** What takes arrow keys and letters for itself: fields, menus, sliders, tabs, dialogs. */
const keyUsers =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"], [role="slider"], [role="tablist"], [role="radiogroup"], [role="dialog"], [role="alertdialog"], dialog';

function isUsedElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(keyUsers) !== null;
}
