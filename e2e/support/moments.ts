import type { Page } from '@playwright/test';

/**
 * When these words first stand in such an element of a page, in ms since 1970 by the clock that all pages of one machine
 * share. Ask before the act that brings them, so that nothing of a wait in the test counts.
 */
export async function firstSight(
  page: Page,
  selector: string,
  words: string,
): Promise<() => Promise<number>> {
  const key = `vicinity-sight-${words}`;
  await page.evaluate(
    ([name, where, wanted]) => {
      const seen = new Promise<number>((resolve) => {
        const look = (): void => {
          const found = [...document.querySelectorAll(where)];
          if (!found.some((element) => element.textContent.includes(wanted))) return;
          watch.disconnect();
          resolve(Date.now());
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      });
      Reflect.set(window, name, seen);
    },
    [key, selector, words] as const,
  );
  return () => page.evaluate((name) => Reflect.get(window, name) as Promise<number>, key);
}

/**
 * When a page is next pressed, in ms since 1970. The test is told at once, because the page may be gone right after.
 */
export async function nextPress(page: Page): Promise<() => Promise<number>> {
  let tell: (atMs: number) => void = () => undefined;
  const pressed = new Promise<number>((resolve) => {
    tell = resolve;
  });
  await page.exposeFunction('vicinityPressed', (atMs: number) => tell(atMs));
  await page.evaluate(() => {
    const report = (): void => {
      const send: unknown = Reflect.get(window, 'vicinityPressed');
      if (typeof send === 'function') send(Date.now());
    };
    document.addEventListener('click', report, { capture: true, once: true });
  });
  return () => pressed;
}
