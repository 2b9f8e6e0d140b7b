import type { Browser } from 'playwright';
import type { Look } from './looks.ts';
import type { Studio } from './studio.ts';
import { Visitor } from './Visitor.ts';

/** Start page, door in each of its states, and the page for addresses that lead nowhere. */
export async function photographPages(studio: Studio, look: Look): Promise<void> {
  await visit(studio, look, studio.browser, '/', 'landing', true);
  await visit(studio, look, studio.browser, '/space/nowhere', 'not-found');
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
