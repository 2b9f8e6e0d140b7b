import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** An import as it stands in a file, and where in the project it leads (undefined: to a package). */
export type Import = { from: string; specifier: string; target: string | undefined };

const sourceFolders = ['app', 'art', 'components', 'hooks', 'lib', 'server'];
const sourceFile = /\.tsx?$/;
/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, over line ends too. */
const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g;

/** Every source file of the layers, as paths from `root` with `/`. */
export function sourceFiles(root: string): string[] {
  return sourceFolders.flatMap((folder) => filesUnder(root, folder));
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(root, path);
    return sourceFile.test(entry.name) ? [path] : [];
  });
}

/** What a file imports, by name and by place. */
export function importsOf(root: string, file: string): Import[] {
  return listImports(file, readFileSync(join(root, file), 'utf8'));
}

export function listImports(file: string, source: string): Import[] {
  // Comments speak of imports, and a template may hold a program for another process: neither imports anything.
  const bare = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|`[^`]*`/gm, '');
  return [...bare.matchAll(importPattern)].flatMap(([, , specifier]) =>
    specifier === undefined ? [] : [{ from: file, specifier, target: resolveTarget(file, specifier) }],
  );
}

/** Relative to the file, or through package.json's `imports`, which map `#x/…` to `./x/…`. */
function resolveTarget(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(dirname(file), specifier);
}
