import type { BrowserContext, Page } from '@playwright/test';
import { violationsOf } from './support/axe.ts';
import { type ProductPage, productPages } from './support/pages.ts';
import { expect, test } from './support/scenario.ts';
import type { Server } from './support/server.ts';
import { foundCompany, signIn } from './support/world.ts';

// A trace would picture every page at every step, and takes longer than the looks themselves.
test.use({ trace: 'off' });

const themes = ['light', 'dark'] as const;

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

/** Opens pages as whoever each of them is for, one browser context a person. */
class Tour {
  readonly #newContext: () => Promise<BrowserContext>;
  readonly #server: Server;
  readonly #pages = new Map<string, Page>();
  /** What browsers complained about, with the page it was on. */
  readonly complaints: string[] = [];

  constructor(newContext: () => Promise<BrowserContext>, server: Server) {
    this.#newContext = newContext;
    this.#server = server;
  }

  async open({ as, path, name }: ProductPage): Promise<Page> {
    const visitor = as?.id ?? 'nobody';
    const page = this.#pages.get(visitor) ?? (await this.#arrive(as));
    this.#pages.set(visitor, page);
    const answer = await page.goto(this.#server.url + path);
    expect(answer?.status(), name).toBeLessThan(500);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy, name).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy, name).not.toMatch(/script-src[^;]*unsafe/);
    await page.waitForLoadState('networkidle');
    return page;
  }

  async #arrive(as: ProductPage['as']): Promise<Page> {
    const context = await this.#newContext();
    if (as !== null) await signIn(context, this.#server, as);
    const page = await context.newPage();
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' && !/Failed to load resource/.test(message.text());
      if (isComplaint) this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    return page;
  }
}

/** Elements that make the page wider than its window. */
const sidewaysPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** One look: in this window, by day and by night. The page stays loaded, so that a look takes no longer than it must. */
async function lookAt(page: Page, name: string, size: keyof typeof sizes): Promise<string[]> {
  await page.setViewportSize(sizes[size]);
  const table: string[] = [];
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await violationsOf(page);
    table.push(`${name} ${size} ${colorScheme}: ${violations.length}`);
    expect.soft(violations, `${name}, ${size}, ${colorScheme}`).toEqual([]);
  }
  expect.soft(await sidewaysPx(page), `${name} on a ${size} scrolls sideways`).toBe(0);
  return table;
}

test('every page passes axe by day and by night, on desktop and phone, and complains of nothing', async ({
  server,
  talkingBrowser,
}, info) => {
  test.setTimeout(480_000);
  const company = await foundCompany(server);
  const pages = await productPages(company);
  const table: string[] = [];
  const tour = new Tour(() => talkingBrowser.newContext({ reducedMotion: 'reduce' }), server);
  for (const entry of pages) {
    const page = await tour.open(entry);
    expect.soft(await page.locator('h1').count(), `${entry.name} has one title`).toBe(1);
    table.push(...(await lookAt(page, entry.name, 'desktop')), ...(await lookAt(page, entry.name, 'phone')));
  }
  expect.soft(tour.complaints).toEqual([]);
  await info.attach('axe.txt', { body: table.join('\n'), contentType: 'text/plain' });
  info.annotations.push({ type: 'axe', description: `${table.length} looks at ${pages.length} pages` });
});

test('the tour itself finds what is wrong: a violation, a page that is too wide, a foreign script', async ({
  server,
  talkingBrowser,
}) => {
  const tour = new Tour(() => talkingBrowser.newContext({ viewport: sizes.phone }), server);
  const page = await tour.open({ name: 'landing', path: '/', as: null });
  expect([await violationsOf(page), await sidewaysPx(page), tour.complaints]).toEqual([[], 0, []]);
  await page.evaluate(() => {
    const wide = document.createElement('button');
    wide.style.width = '2000px';
    const foreign = document.createElement('p');
    foreign.setAttribute('onclick', 'document.title = 1');
    document.querySelector('main')?.append(wide, foreign);
  });
  expect((await violationsOf(page)).join()).toContain('button-name');
  expect(await sidewaysPx(page)).toBeGreaterThan(0);
  await expect.poll(() => tour.complaints.join()).toContain('Content Security Policy');
});
