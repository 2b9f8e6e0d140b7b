import type { Page } from '@playwright/test';

/** What the browser was asked to show beside its windows. */
export interface ShownNotice {
  readonly title: string;
  readonly body: string;
}

/**
 * Keeps the browser's own notices as the page makes them, and lets the page believe that nobody looks at it: a browser
 * without windows calls every page visible. Runs before the page's own scripts.
 */
export function installNoticeLog(): void {
  const shown: Notification[] = [];
  const Native = window.Notification;
  window.Notification = class extends Native {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      shown.push(this);
    }
  };
  let isAway = false;
  Object.defineProperty(document, 'visibilityState', { get: () => (isAway ? 'hidden' : 'visible') });
  Object.assign(window, {
    shownNotices: shown,
    lookAway() {
      isAway = true;
      document.dispatchEvent(new Event('visibilitychange'));
    },
  });
}

/** From now on nobody looks at the page. */
export async function lookAway(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.get(window, 'lookAway')());
}

/** The notices so far. */
export const noticesShown = (page: Page): Promise<ShownNotice[]> =>
  page.evaluate(() =>
    (Reflect.get(window, 'shownNotices') as Notification[]).map(({ title, body }) => ({ title, body })),
  );

/** Clicks the latest notice. */
export async function clickNotice(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown = Reflect.get(window, 'shownNotices') as Notification[];
    shown.at(-1)?.dispatchEvent(new Event('click'));
  });
}
