import { existsSync } from 'node:fs';
import { run } from './children.mjs';
import { knownTrouble, SetupFailure } from './failure.mjs';
import { fingerprint, hasStamp, writeStamp } from './fingerprint.mjs';
import { environmentFor } from './node-runtime.mjs';
import { inRoot, root } from './paths.mjs';

/** The typed database client, made from prisma/schema.prisma into `.generated/prisma`. */

const inputs = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'];
const stampFile = inRoot('.generated', 'prisma.stamp');
const output = inRoot('.generated', 'prisma');

/**
 * @param {import('./node-runtime.mjs').NodeRuntime} node
 * @returns {Promise<string>}
 */
export async function generatePrismaClient(node) {
  const stamp = fingerprint(root, inputs);
  if (existsSync(output) && hasStamp(stampFile, stamp)) return 'up to date';
  const prisma = inRoot('node_modules', 'prisma', 'build', 'index.js');
  // `generate` would download a schema engine that it does not use; any program that answers will do.
  const engine = existsSync('/bin/true') ? '/bin/true' : '/usr/bin/true';
  const env = { ...environmentFor(node), PRISMA_SCHEMA_ENGINE_BINARY: engine, CHECKPOINT_DISABLE: '1' };
  const { code, lines } = await run(node.path, [prisma, 'generate', '--no-hints'], { cwd: root, env });
  if (code !== 0) {
    const sentence = knownTrouble(lines.join('\n')) ?? 'The database client could not be generated.';
    throw new SetupFailure(sentence, lines.slice(-20));
  }
  writeStamp(stampFile, stamp);
  return 'generated';
}
