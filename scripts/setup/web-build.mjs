import { existsSync } from 'node:fs';
import { run } from './children.mjs';
import { knownTrouble, SetupFailure } from './failure.mjs';
import { fingerprint, hasStamp, writeStamp } from './fingerprint.mjs';
import { environmentFor } from './node-runtime.mjs';
import { inRoot, root } from './paths.mjs';

/** Next's production build, made again only when something that goes into it changed. */

/** Next follows imports from the pages, so every folder that a page can reach counts. */
const inputs = [
  'app',
  'components',
  'hooks',
  'lib',
  'art',
  'server',
  'messages',
  'prisma/schema.prisma',
  'proxy.ts',
  'next.config.js',
  'next.config.ts',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
];
const stampFile = inRoot('.next', 'vicinity-inputs');

/**
 * @param {import('./node-runtime.mjs').NodeRuntime} node
 * @param {import('./steps.mjs').Progress} progress
 * @returns {Promise<string>}
 */
export async function buildWeb(node, progress) {
  const stamp = fingerprint(root, inputs);
  if (existsSync(inRoot('.next', 'BUILD_ID')) && hasStamp(stampFile, stamp)) return 'up to date';
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...environmentFor(node), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next');
  const { code, lines } = await run(node.path, [next, 'build'], {
    cwd: root,
    env,
    onLine(line) {
      const text = line.trim();
      if (text.endsWith('...')) progress(text.slice(0, -4).toLowerCase());
    },
  });
  if (code !== 0) {
    const sentence =
      knownTrouble(lines.join('\n')) ?? 'The web pages could not be built; the last lines say why.';
    throw new SetupFailure(sentence, lines.slice(-30));
  }
  writeStamp(stampFile, stamp);
  return 'built';
}
