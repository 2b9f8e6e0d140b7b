import type { ScreenSource } from './captureScreen.ts';

/** The page's own way to screens; undefined where there is none: on insecure pages, and on the server. */
export function screenSourceOfPage(): ScreenSource | undefined {
  // The DOM types say that it always exists; over plain http from another host it does not.
  if (typeof navigator === 'undefined' || !('mediaDevices' in navigator)) return undefined;
  return navigator.mediaDevices;
}

/** Whether this browser can share a screen at all; most phones cannot. */
export function canShareScreen(): boolean {
  const source = screenSourceOfPage();
  return source !== undefined && 'getDisplayMedia' in source;
}
