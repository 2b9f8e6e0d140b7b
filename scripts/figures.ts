import { type BrowserContext, chromium } from 'playwright';
import { chromiumLaunchOptions } from '../e2e/support/chromium.ts';
import { makeHome, removeHome, startServer } from '../e2e/support/server.ts';
import { foundCompany, signIn } from '../e2e/support/world.ts';
import { measureEntrance } from './figures/enterAsGuest.ts';
import { measurePage, type PageFigures } from './figures/pageLoad.ts';

/** Odd, so that the middle one is a run that took place. */
const rounds = 5;

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[(values.length - 1) / 2] ?? 0;

async function repeated<Result>(measure: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await measure());
  return results;
}

function middleOf(runs: readonly PageFigures[]): string {
  const of = (key: keyof PageFigures) => middle(runs.map((run) => run[key]));
  const kib = (bytes: number) => `${Math.round(bytes / 1_024)} KiB`;
  return [
    `script ${kib(of('scriptBytes'))}`,
    `all ${kib(of('totalBytes'))}`,
    `first paint ${Math.round(of('firstPaintMs'))} ms`,
    `largest paint ${Math.round(of('largestPaintMs'))} ms`,
    `layout shift ${of('layoutShift').toFixed(3)}`,
  ].join(', ');
}

/** Prints what pages cost, each as the middle of five loads with an empty cache. */
async function printFigures(): Promise<void> {
  const home = await makeHome();
  const server = await startServer(home);
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const { olga, spaceId } = await foundCompany(server);
    const asNobody = () => Promise.resolve();
    const asOlga = (context: BrowserContext) => signIn(context, server, olga);
    const pages = [
      { name: 'landing', path: '/', prepare: asNobody },
      { name: 'sign-in', path: '/sign-in', prepare: asNobody },
      { name: 'door', path: `/space/${spaceId}`, prepare: asNobody },
      { name: 'dashboard', path: '/spaces', prepare: asOlga },
    ];
    for (const { name, path, prepare } of pages) {
      const runs = await repeated(() => measurePage(browser, server.url + path, prepare));
      process.stdout.write(`${name}: ${middleOf(runs)}\n`);
    }
    const entrances = await repeated(() => measureEntrance(browser, server.url));
    process.stdout.write(`"enter as guest" to standing on the map: ${Math.round(middle(entrances))} ms\n`);
  } finally {
    await browser.close();
    await server.stop();
    await removeHome(home);
  }
}

await printFigures();
