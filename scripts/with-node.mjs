#!/usr/bin/env node
import { runInForeground } from './setup/children.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { runMain } from './setup/main.mjs';
import { prepareBase, prepareWeb, prepareWorker } from './setup/prepare.mjs';
import { createSteps } from './setup/steps.mjs';
import { prepareBrowser } from './testing/browser.mjs';

const browserFlag = '--browser';

/**
 * `with-node.mjs [--browser] FILE args…`: runs a TypeScript file of ours with everything that the product has around it;
 * with `--browser` also with the built pages and a Chromium to see them with.
 */
await runMain(async () => {
  const needsBrowser = process.argv[2] === browserFlag;
  const [file, ...args] = process.argv.slice(needsBrowser ? 3 : 2);
  if (file === undefined) throw new SetupFailure('Name the file to run: `node scripts/with-node.mjs FILE`.');
  // The steps go beside the file's own output, which may be meant for a program.
  const steps = createSteps(process.stderr);
  const prepared = await prepareBase(steps);
  await prepareWorker(steps, prepared);
  if (needsBrowser) {
    await prepareWeb(steps, prepared);
    await prepareBrowser(steps, prepared);
  }
  return runInForeground(prepared.node.path, [file, ...args], { env: prepared.env });
});
