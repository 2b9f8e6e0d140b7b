import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from '../setup/children.mjs';
import { SetupFailure } from '../setup/failure.mjs';
import { inRoot } from '../setup/paths.mjs';
import { ensureSystemPackages } from '../setup/system-packages.mjs';

/** A Chromium for the browser tests, from the nearest source: this machine, Playwright's download, Debian. */

const downloadLimitMs = 180_000;

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * @param {import('../setup/prepare.mjs').Prepared} prepared
 * @param {import('../setup/steps.mjs').Progress} progress
 * @returns {Promise<string>} the path of the browser
 */
async function obtainBrowser(prepared, progress) {
  const given = process.env.VICINITY_CHROMIUM || process.env.CHROME_PATH;
  if (given) {
    if (versionOf(given) !== undefined) return given;
    throw new SetupFailure(
      `${given} is given as the browser but does not run here: correct CHROME_PATH or unset it.`,
    );
  }
  const found = usualPlaces.find((place) => versionOf(place) !== undefined);
  return found ?? (await downloadBrowser(prepared, progress)) ?? (await installBrowser(progress));
}

/**
 * The browser, as a step; what is started with `prepared.env` finds it.
 *
 * @param {import('../setup/steps.mjs').Steps} steps
 * @param {import('../setup/prepare.mjs').Prepared} prepared
 */
export async function prepareBrowser(steps, prepared) {
  await steps.step('Browser', async (progress) => {
    const browser = await obtainBrowser(prepared, progress);
    prepared.env.VICINITY_CHROMIUM = browser;
    return versionOf(browser) ?? browser;
  });
}

/**
 * What a browser calls itself, like `Chromium 156.0.8078.79`; undefined when it does not run.
 *
 * @param {string} binary
 */
function versionOf(binary) {
  if (!existsSync(binary)) return undefined;
  const result = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const version = result.status === 0 ? result.stdout.trim() : '';
  return version === '' ? undefined : version;
}

/**
 * @param {import('../setup/prepare.mjs').Prepared} prepared
 * @param {import('../setup/steps.mjs').Progress} progress
 */
async function downloadBrowser({ node, env }, progress) {
  const ask = "process.stdout.write(require('playwright').chromium.executablePath())";
  const asked = spawnSync(node.path, ['-e', ask], { cwd: inRoot(), env, encoding: 'utf8' });
  const place = asked.stdout.trim();
  if (versionOf(place) !== undefined) return place;
  progress('downloading Chromium');
  const cli = inRoot('node_modules', 'playwright', 'cli.js');
  await run(node.path, [cli, 'install', '--no-shell', 'chromium'], { env, timeoutMs: downloadLimitMs });
  return versionOf(place) === undefined ? undefined : place;
}

/** @param {import('../setup/steps.mjs').Progress} progress */
async function installBrowser(progress) {
  await ensureSystemPackages(
    'Running the browser tests',
    [{ command: 'chromium', debian: 'chromium' }],
    progress,
  );
  const found = usualPlaces.find((place) => versionOf(place) !== undefined);
  if (found !== undefined) return found;
  throw new SetupFailure(
    'The browser tests need Chromium or Chrome: install one, or name it in CHROME_PATH.',
  );
}
