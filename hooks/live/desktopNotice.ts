export interface DesktopNotice {
  /** A later notice with the same tag takes the place of the earlier one. */
  readonly tag: string;
  readonly title: string;
  readonly body?: string;
  /** What a click does besides bringing the page forward. */
  readonly onOpen?: () => void;
}

/**
 * Shows a notification of the browser's own while nobody looks at the page; a click on it brings the page forward. Does
 * nothing where the person has not allowed it.
 */
export function showDesktopNotice({ tag, title, body = '', onOpen }: DesktopNotice): void {
  if (document.visibilityState === 'visible' || !('Notification' in window)) return;
  if (Notification.permission !== 'granted') return;
  try {
    const notification = new Notification(title, { tag, body });
    notification.onclick = () => {
      window.focus();
      notification.close();
      onOpen?.();
    };
  } catch (error) {
    // Browsers on phones know the constructor and refuse it.
    if (!(error instanceof TypeError)) throw error;
  }
}
