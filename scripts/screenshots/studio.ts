import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../e2e/support/chromium.ts';
import { officeGrid } from '../../e2e/support/route.ts';
import { makeHome, removeHome, startServer } from '../../e2e/support/server.ts';
import { type Company, foundCompany } from '../../e2e/support/world.ts';
import type { Grid } from '../../lib/domain/grid.ts';
import type { Look } from './looks.ts';

/** A running product and the browsers that look at it. */
export interface Studio {
  readonly url: string;
  /** The same pages under a name that browsers do not trust with a camera. */
  readonly insecureUrl: string;
  /** People with accounts and a space; `null` where the server is somebody else's. */
  readonly company: Company | null;
  readonly grid: Grid;
  readonly browser: Browser;
  /** Says no whenever a page asks for camera or microphone. */
  readonly refusingBrowser: Browser;
  fileOf(name: string, look: Look): string;
  close(): Promise<void>;
}

const insecureHost = 'vicinity.test';

/** Opens two browsers and, unless `url` names a server that runs already, the built product to look at. */
export async function openStudio(folder: string, url: string | undefined): Promise<Studio> {
  await mkdir(folder, { recursive: true });
  const product =
    url === undefined ? await startProduct() : { url, company: null, stop: () => Promise.resolve() };
  const browser = await launch([`--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`]);
  const refusingBrowser = await launch(['--use-fake-ui-for-media-stream=deny']);
  return {
    url: product.url,
    insecureUrl: product.url.replace('localhost', insecureHost),
    company: product.company,
    grid: officeGrid(),
    browser,
    refusingBrowser,
    fileOf: (name, look) => join(folder, `${name}-${look.name}.png`),
    async close() {
      await Promise.all([browser.close(), refusingBrowser.close()]);
      await product.stop();
    },
  };
}

async function launch(more: readonly string[]): Promise<Browser> {
  const options = chromiumLaunchOptions();
  return await chromium.launch({ ...options, args: [...(options.args ?? []), ...more] });
}

/** The built product on free ports, with a data folder of its own. */
async function startProduct(): Promise<{ url: string; company: Company; stop(): Promise<void> }> {
  const home = await makeHome();
  // Six pages on a small machine take their time; nobody is put out of the call for it.
  const server = await startServer({ ...home, env: { ...home.env, VICINITY_CALL_SETUP_MS: '120000' } });
  return {
    url: server.url,
    company: await foundCompany(server),
    async stop() {
      await server.stop();
      await removeHome(home);
    },
  };
}
