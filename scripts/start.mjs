#!/usr/bin/env node
import { parseStartArguments } from './setup/arguments.mjs';
import { runInForeground } from './setup/children.mjs';
import { runMain } from './setup/main.mjs';
import { inRoot, root } from './setup/paths.mjs';
import { prepareBase, prepareWeb, prepareWorker } from './setup/prepare.mjs';
import { createSteps } from './setup/steps.mjs';

/** `npm start` and `npm run dev`: from whatever state the checkout is in to a running product. */
await runMain(async () => {
  const { dev, lan } = parseStartArguments(process.argv.slice(2));
  const steps = createSteps();
  const prepared = await prepareBase(steps);
  await prepareWorker(steps, prepared);
  if (!dev) await prepareWeb(steps, prepared);

  const { node, env } = prepared;
  if (dev) env.VICINITY_DEV = '1';
  if (lan) env.VICINITY_LAN = '1';
  return runInForeground(node.path, [inRoot('server', 'index.ts')], { cwd: root, env });
});
