import type { Browser } from 'playwright';

/** Time in ms from the press on "Enter" as a guest until the avatar stands on a drawn map. */
export async function measureEntrance(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 480, height: 360 } });
  const page = await context.newPage();
  await page.goto(`${url}/space/demo`, { waitUntil: 'networkidle' });
  await page.getByLabel('Your name').fill('Gus');
  const pressed = performance.now();
  await page.getByRole('button', { name: /^Enter/ }).click();
  await page
    .locator('[data-testid="space"][data-connection="live"][data-stage="open"][data-tile-x]')
    .waitFor({ state: 'attached' });
  const tookMs = performance.now() - pressed;
  await context.close();
  return tookMs;
}
