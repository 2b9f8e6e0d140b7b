/**
 * A package for many platforms names a part for each as an optional dependency. npm leaves those out of the lock
 * that it could not see when the lock was made, and then refuses `npm ci` everywhere. The part's version is the
 * one that the package names, so it can be filled in.
 *
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Readonly<Record<string, string>>} [optionalDependencies]
 *
 * @typedef {Readonly<Record<string, LockEntry>>} LockEntries - by their path: `node_modules/next`
 */

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * The entries that a lock should have beside its own: a part for every platform.
 *
 * @param {LockEntries} entries
 * @returns {Record<string, LockEntry>}
 */
export function missingParts(entries) {
  /** @type {Record<string, LockEntry>} */
  const missing = {};
  for (const [path, entry] of Object.entries(entries)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isInstalledFor(entries, path, name)) continue;
      const dev = entry.dev === true ? { dev: true } : {};
      missing[`node_modules/${name}`] = { version, optional: true, ...dev, ...platformOf(name) };
    }
  }
  return missing;
}

/**
 * Whether Node would find `name` from the package at `path`: beside it or in any folder above.
 *
 * @param {LockEntries} entries
 * @param {string} path
 * @param {string} name
 */
function isInstalledFor(entries, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in entries) return true;
    if (folder === '') return false;
  }
}

/**
 * The platform that a part is for, as its name says: `@next/swc-darwin-arm64`.
 *
 * @param {string} name
 * @returns {Pick<LockEntry, 'os' | 'cpu' | 'libc'>}
 */
export function platformOf(name) {
  const words = (name.split('/').pop() ?? '').split(/[-.]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(words.includes('musl') ? { libc: ['musl'] } : {}),
    ...(os === undefined ? {} : { os: [os] }),
  };
}
