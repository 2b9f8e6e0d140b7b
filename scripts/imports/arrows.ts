import type { Import } from './source-files.ts';

/**
 * Which folder may import what: `app → components → hooks → lib/client → lib/protocol → lib/domain`, and
 * `server → lib/protocol → lib/domain`. The linter holds the same arrows by the form of an import; here they are
 * held by where it leads.
 */
type Layer = {
  folder: string;
  /** Files of the folder that another layer describes. */
  except?: RegExp;
  /** Folders of the project that it must not reach. */
  closed?: readonly string[];
  /** Folders of the project that it may reach and no others. */
  open?: readonly string[];
  /** Packages that it must not use. */
  closedPackages?: RegExp;
  /** Packages that it may use and no others, tests aside. */
  openPackages?: RegExp;
};

const reactOrNext = /^(react|react-dom|next)(\/|$)/;
const testPackages = /^(vitest|fast-check)$/;
const knowsNext = /^server\/(index|web[^/]*)\.ts$/;
const interfaceFolders = ['app', 'components', 'hooks'];

export const layers: readonly Layer[] = [
  { folder: 'lib/domain', open: ['lib/domain'], openPackages: /^$/ },
  { folder: 'lib/protocol', open: ['lib/protocol', 'lib/domain'], openPackages: /^zod(\/|$)/ },
  { folder: 'lib/client', closed: [...interfaceFolders, 'server', 'lib/web'], closedPackages: reactOrNext },
  { folder: 'lib/web', closed: [...interfaceFolders, 'lib/client'] },
  { folder: 'lib', except: /^lib\/(domain|protocol|client|web)\//, closed: [...interfaceFolders, 'server'] },
  { folder: 'hooks', closed: ['app', 'components', 'server', 'lib/web'] },
  { folder: 'components', closed: ['app', 'server', 'lib/web'] },
  {
    folder: 'server',
    except: knowsNext,
    closed: [...interfaceFolders, 'lib/client'],
    closedPackages: reactOrNext,
  },
  { folder: 'server', closed: [...interfaceFolders, 'lib/client'], closedPackages: /^react/ },
  { folder: 'art', open: ['art', 'lib/domain'] },
];

/** Why an import goes against the arrows, or undefined when it goes with them. */
export function violation(found: Import): string | undefined {
  for (const layer of layers) {
    if (!isIn(found.from, layer.folder) || layer.except?.test(found.from)) continue;
    if (!isAllowed(layer, found)) return `${found.from} imports ${found.specifier}`;
  }
  return undefined;
}

function isAllowed(layer: Layer, { specifier, target }: Import): boolean {
  if (target === undefined) return isPackageAllowed(layer, specifier);
  if (layer.open !== undefined) return layer.open.some((folder) => isIn(target, folder));
  return !layer.closed?.some((folder) => isIn(target, folder));
}

function isPackageAllowed({ openPackages, closedPackages }: Layer, specifier: string): boolean {
  if (closedPackages?.test(specifier)) return false;
  return openPackages === undefined || openPackages.test(specifier) || testPackages.test(specifier);
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}
