import type { Browser, BrowserContext, Page } from 'playwright';

/** What a page costs and how it comes to rest, as Lighthouse counts it. */
export interface PageFigures {
  /** Script over the wire, in bytes, compressed as the server sends it. */
  readonly scriptBytes: number;
  /** Everything over the wire, in bytes. */
  readonly totalBytes: number;
  /** Largest contentful paint, in ms since the navigation began. */
  readonly largestPaintMs: number;
  /** First contentful paint, in ms. */
  readonly firstPaintMs: number;
  /** Cumulative layout shift, without a unit (https://web.dev/articles/cls). */
  readonly layoutShift: number;
}

interface Vitals {
  largestPaintMs: number;
  layoutShift: number;
}

type Watched = typeof globalThis & { vitals?: Vitals };

/** Runs in the page before its own scripts: keeps what the browser tells of paints and shifts. */
function watchVitals(): void {
  const vitals: Vitals = { largestPaintMs: 0, layoutShift: 0 };
  (globalThis as Watched).vitals = vitals;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      vitals.largestPaintMs = Math.max(vitals.largestPaintMs, entry.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) vitals.layoutShift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function bytesOver(page: Page): Promise<{ script: () => number; total: () => number }> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const types = new Map<string, string>();
  const sizes = new Map<string, number>();
  client.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  );
  const sum = (isCounted: (id: string) => boolean) =>
    [...sizes].reduce((bytes, [id, size]) => bytes + (isCounted(id) ? size : 0), 0);
  return { script: () => sum((id) => types.get(id) === 'Script'), total: () => sum(() => true) };
}

/** Loads a page with an empty cache and waits until the network is quiet. */
export async function measurePage(
  browser: Browser,
  url: string,
  prepare: (context: BrowserContext) => Promise<void>,
): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await prepare(context);
  const page = await context.newPage();
  await page.addInitScript(watchVitals);
  const bytes = await bytesOver(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  const vitals = await page.evaluate(() => (globalThis as Watched).vitals);
  const firstPaintMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  await context.close();
  return {
    scriptBytes: bytes.script(),
    totalBytes: bytes.total(),
    firstPaintMs,
    largestPaintMs: vitals?.largestPaintMs ?? 0,
    layoutShift: vitals?.layoutShift ?? 0,
  };
}
