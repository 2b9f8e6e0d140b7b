#!/usr/bin/env node
import { runInForeground } from './setup/children.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { runMain } from './setup/main.mjs';
import { prepareBase, prepareWorker } from './setup/prepare.mjs';
import { createSteps } from './setup/steps.mjs';

/** `with-node.mjs FILE args…`: runs a TypeScript file of ours with everything that the product has around it. */
await runMain(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined) throw new SetupFailure('Name the file to run: `node scripts/with-node.mjs FILE`.');
  // The steps go beside the file's own output, which may be meant for a program.
  const steps = createSteps(process.stderr);
  const prepared = await prepareBase(steps);
  await prepareWorker(steps, prepared);
  return runInForeground(prepared.node.path, [file, ...args], { env: prepared.env });
});
