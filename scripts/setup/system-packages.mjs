import { spawnSync } from 'node:child_process';
import { run } from './children.mjs';
import { knownTrouble, SetupFailure } from './failure.mjs';

/**
 * Programs and libraries of the system: looked for by what they offer, whichever way they were installed, and
 * installed from Debian's packages (Ubuntu's are named alike) when we may.
 *
 * @typedef {{ debian: string, command?: string, module?: string }} SystemNeed
 *   command: looked for on the PATH; module: looked for by pkg-config
 */

/**
 * Those of the needs that are not there.
 *
 * @param {readonly SystemNeed[]} needs
 */
export function missingNeeds(needs) {
  return needs.filter(({ command, module }) => {
    if (command !== undefined) return !answers('sh', ['-c', `command -v ${command}`]);
    return module !== undefined && !answers('pkg-config', ['--exists', module]);
  });
}

/**
 * The one command that installs packages on Debian, for a person to run.
 *
 * @param {readonly string[]} packages
 */
export function installCommand(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Sees to it that the needs are there. Throws a SetupFailure with what to do when that is not up to us.
 *
 * @param {string} purpose - begins the sentence: "Building the media worker"
 * @param {readonly SystemNeed[]} needs
 * @param {import('./steps.mjs').Progress} progress
 */
export async function ensureSystemPackages(purpose, needs, progress) {
  const packages = [...new Set(missingNeeds(needs).map((need) => need.debian))];
  if (packages.length === 0) return;
  if (!answers('sh', ['-c', 'command -v apt-get'])) {
    throw new SetupFailure(
      `${purpose} needs what Debian calls ${packages.join(', ')}: install it and start again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new SetupFailure(
      `${purpose} needs system packages: run \`${installCommand(packages)}\` and start again.`,
    );
  }
  progress('fetching the list of system packages');
  await apt(purpose, ['update', '-q']);
  progress(`installing ${packages.length} system packages`);
  await apt(purpose, ['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

/**
 * @param {string} purpose
 * @param {readonly string[]} args
 */
async function apt(purpose, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work (a fresh machine updates itself): wait for it two minutes.
  const { code, lines } = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env });
  if (code === 0) return;
  const sentence =
    knownTrouble(lines.join('\n')) ?? `${purpose} needs system packages that apt-get could not install.`;
  throw new SetupFailure(sentence, lines.slice(-15));
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function answers(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
