import type { Unsubscribe } from './Signaling.ts';

/** What the session wants to know of the page around it. */
export interface PageLife {
  /** The network came back or the page is looked at again: try now. */
  onWake(handler: () => void): Unsubscribe;
  /** The page goes away. */
  onHide(handler: () => void): Unsubscribe;
  /** The page came back from the browser's back-forward cache. */
  onReturn(handler: () => void): Unsubscribe;
}

/** The page life of a browser window. */
export function browserPageLife(target: Window): PageLife {
  return {
    onWake(handler) {
      const seen = () => {
        if (target.document.visibilityState === 'visible') handler();
      };
      target.addEventListener('online', handler);
      target.document.addEventListener('visibilitychange', seen);
      return () => {
        target.removeEventListener('online', handler);
        target.document.removeEventListener('visibilitychange', seen);
      };
    },
    onHide(handler) {
      target.addEventListener('pagehide', handler);
      return () => target.removeEventListener('pagehide', handler);
    },
    onReturn(handler) {
      const shown = (event: PageTransitionEvent) => {
        if (event.persisted) handler();
      };
      target.addEventListener('pageshow', shown);
      return () => target.removeEventListener('pageshow', shown);
    },
  };
}

/** Hears nothing: for clients without a page. */
export const noPageLife: PageLife = {
  onWake: () => () => undefined,
  onHide: () => () => undefined,
  onReturn: () => () => undefined,
};
