import { execFileSync } from 'node:child_process';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Finds a program of a Debian package that a test needs, and installs the package when it is missing and this user may
 * do so. Several test files may want something at once, and apt serves one at a time: they wait for each other.
 *
 * Throws when it is missing and cannot be installed.
 */
export function programOf(debianPackage: string, find: () => string | null): string {
  const found = find();
  if (found !== null) return found;
  if (userInfo().uid !== 0) {
    throw new Error(
      `A program is missing: install Debian’s package \`${debianPackage}\`, and run the tests again.`,
    );
  }
  const install = `apt-get update && apt-get install --yes --no-install-recommends ${debianPackage}`;
  execFileSync('flock', [join(tmpdir(), 'vicinity-apt.lock'), 'sh', '-c', install], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'inherit',
  });
  const installed = find();
  if (installed === null)
    throw new Error(`${debianPackage} was installed, but is in none of the usual places.`);
  return installed;
}
