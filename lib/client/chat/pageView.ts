import type { Unsubscribe } from '../session/Signaling.ts';

/** Whether the page is looked at. */
export interface PageView {
  isVisible(): boolean;
  /** Hears it become visible or hidden. */
  onChange(handler: () => void): Unsubscribe;
  /** The page may not come back: what waits is to be kept now. */
  onHide(handler: () => void): Unsubscribe;
}

export function browserPageView(target: Window): PageView {
  const { document } = target;
  return {
    isVisible: () => document.visibilityState === 'visible',
    onChange(handler) {
      document.addEventListener('visibilitychange', handler);
      return () => document.removeEventListener('visibilitychange', handler);
    },
    onHide(handler) {
      target.addEventListener('pagehide', handler);
      return () => target.removeEventListener('pagehide', handler);
    },
  };
}

/** Always looked at: for clients without a page. */
export const alwaysVisible: PageView = {
  isVisible: () => true,
  onChange: () => () => undefined,
  onHide: () => () => undefined,
};
