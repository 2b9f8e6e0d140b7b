import type { Browser } from 'playwright';
import { productPages } from '../../e2e/support/pages.ts';
import { cookiesOf } from '../../e2e/support/world.ts';
import type { Look } from './looks.ts';
import type { Studio } from './studio.ts';
import { Visitor } from './Visitor.ts';

/** Every page outside of the map, and the door in each of its states. */
export async function photographPages(studio: Studio, look: Look): Promise<void> {
  await photographProduct(studio, look);
  await visit(studio, look, studio.browser, '/space/demo', 'door');
  await visit(studio, look, studio.refusingBrowser, '/space/demo', 'door-refused');
  await visit({ ...studio, url: studio.insecureUrl }, look, studio.browser, '/space/demo', 'door-insecure');
}

async function visit(
  studio: Studio,
  look: Look,
  browser: Browser,
  path: string,
  name: string,
  isWhole = false,
): Promise<void> {
  const visitor = await Visitor.arrive(browser, studio.url, studio.grid, look.options);
  await visitor.open(path);
  if (name.startsWith('door')) await visitor.page.getByLabel('Your name').fill('Mira');
  await visitor.photograph(studio.fileOf(name, look), isWhole);
  await visitor.goAway();
}

/** Each page as whoever it is for sees it, from top to bottom. */
async function photographProduct(studio: Studio, look: Look): Promise<void> {
  if (studio.company === null) return;
  for (const { name, path, as } of await productPages(studio.company)) {
    const visitor = await Visitor.arrive(studio.browser, studio.url, studio.grid, look.options);
    if (as !== null) await visitor.page.context().addCookies(cookiesOf(as, studio.url));
    await visitor.open(path);
    await visitor.photograph(studio.fileOf(name, look), true);
    await visitor.goAway();
  }
}
