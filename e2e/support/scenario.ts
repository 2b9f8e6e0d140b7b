import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, chromium } from '@playwright/test';
import type { Grid } from '#lib/domain/grid.ts';
import { chromiumLaunchOptions } from './chromium.ts';
import { Person, type PersonOptions } from './Person.ts';
import { officeGrid } from './route.ts';
import { type Home, makeHome, removeHome, type Server, startServer } from './server.ts';
import { installSmallCamera } from './smallCamera.ts';
import { installSoundLock } from './soundLock.ts';
import { writeTone } from './tone.ts';

/** The window of a call scenario: without a GPU a larger map takes the cores that the calls need. */
export const smallWindow = { width: 480, height: 360 };

/** The window of a scenario about pages, as on a laptop. */
export const pageWindow = { width: 1280, height: 800 };

/** Brings a named person with a browser context of their own. */
export type Invite = (name: string, options?: PersonOptions) => Promise<Person>;

interface Fixtures {
  home: Home;
  server: Server;
  invite: Invite;
}

interface WorkerFixtures {
  /** A data folder with the demo space in it, made once. */
  seed: string;
  talkingBrowser: Browser;
  office: Grid;
}

/** Scenarios with named people. Every test has a server of its own; the browser speaks a steady tone for everybody. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  talkingBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'vicinity-tone-'));
      const tone = join(folder, 'tone.wav');
      await writeTone(tone);
      const browser = await launch(`--use-file-for-fake-audio-capture=${tone}`);
      await use(browser);
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  office: [async ({}, use) => use(officeGrid()), { scope: 'worker' }],
  seed: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const home = await makeHome();
      const server = await startServer(home);
      await server.stop();
      await use(home.dataDir);
      await removeHome(home);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  home: async ({ seed }, use) => {
    const home = await makeHome(seed);
    await use(home);
    await removeHome(home);
  },
  server: async ({ home }, use, info) => {
    const server = await startServer(home);
    await use(server);
    await server.stop();
    await info.attach('server.log', { body: server.output(), contentType: 'text/plain' });
  },
  invite: async ({ talkingBrowser, office }, use) => {
    const people: Person[] = [];
    const refusing: Browser[] = [];
    const browserFor = async (options: PersonOptions): Promise<Browser> => {
      if (options.allowsDevices !== false) return talkingBrowser;
      const browser = await launch('--use-fake-ui-for-media-stream=deny');
      refusing.push(browser);
      return browser;
    };
    await use(async (name, options = {}) => {
      const context = await (await browserFor(options)).newContext({
        viewport: options.viewport ?? smallWindow,
        locale: 'en-US',
        reducedMotion: 'reduce',
      });
      await context.addInitScript(installSmallCamera);
      if (options.holdsSoundBack === true) await context.addInitScript(installSoundLock);
      const person = await Person.arrive(name, context, office);
      people.push(person);
      return person;
    });
    await Promise.all(people.map((person) => person.close()));
    await Promise.all(refusing.map((browser) => browser.close()));
  },
});

/** Starts Chromium with further switches; a further switch of the same name wins. */
async function launch(...moreSwitches: string[]): Promise<Browser> {
  const options = chromiumLaunchOptions();
  const nameOf = (argument: string): string | undefined => argument.split('=')[0];
  const names = moreSwitches.map(nameOf);
  const args = (options.args ?? []).filter((argument) => !names.includes(nameOf(argument)));
  return chromium.launch({ ...options, args: [...args, ...moreSwitches] });
}

export { expect } from '@playwright/test';
