import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { violation } from './imports/arrows.ts';
import { importsOf, listImports, sourceFiles } from './imports/source-files.ts';
import { root } from './setup/paths.mjs';

const files = sourceFiles(root);
const imports = files.flatMap((file) => importsOf(root, file));

function violationsIn(file: string, source: string): number {
  return listImports(file, source).filter((found) => violation(found) !== undefined).length;
}

describe('imports of the whole project', () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(imports.length).toBeGreaterThan(10);
  });

  test('point inward', () => {
    const against = imports.map(violation).filter((sentence) => sentence !== undefined);
    expect(against).toEqual([]);
  });

  test('lead to files that exist', () => {
    const generated = /^(\.generated|\.next)\//;
    const lost = imports.filter(
      ({ target }) => target !== undefined && !generated.test(target) && !existsSync(join(root, target)),
    );
    expect(lost.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });
});

describe('the arrows', () => {
  test.each([
    ['lib/domain/grid.ts', "import { z } from 'zod';"],
    ['lib/domain/grid.ts', "import { moveSchema } from '../protocol/move.ts';"],
    ['lib/domain/deep/grid.ts', "export * from '#lib/protocol/move.ts';"],
    ['lib/protocol/move.ts', "import type { Session } from '../client/session.ts';"],
    ['lib/protocol/move.ts', "import { readFile } from 'node:fs';"],
    ['lib/client/session.ts', "import { useState } from 'react';"],
    ['lib/client/session.ts', "const page = await import('../../app/page.tsx');"],
    ['lib/i18n/format.ts', "import { compose } from '#server/compose.ts';"],
    ['hooks/useSpace.ts', "import { Tile } from '#components/call/Tile.tsx';"],
    ['components/call/Tile.tsx', "import {\n  compose,\n} from '../../server/compose.ts';"],
    ['server/space/space.ts', "import next from 'next';"],
    ['server/index.ts', "import { createElement } from 'react';"],
    ['art/office.ts', "import '#lib/client/map.ts';"],
  ])('%s must not contain %s', (file, source) => {
    expect(violationsIn(file, source)).toBe(1);
  });

  test.each([
    ['lib/domain/grid.test.ts', "import fc from 'fast-check';\nimport { step } from './grid.ts';"],
    [
      'lib/protocol/move.ts',
      "import { z } from 'zod/mini';\nimport type { Tile } from '#lib/domain/grid.ts';",
    ],
    [
      'lib/client/session.ts',
      "import { io } from 'socket.io-client';\nimport { move } from '../protocol/move.ts';",
    ],
    [
      'components/call/Tile.tsx',
      "import { useCall } from '#hooks/useCall.ts';\nimport Link from 'next/link';",
    ],
    ['server/index.ts', "import next from 'next';"],
    ['app/page.tsx', "import { Door } from '#components/lobby/Door.tsx';"],
    ['lib/domain/grid.ts', "/** like `import x from 'zod'` */\n// import 'react';"],
  ])('%s may contain %s', (file, source) => {
    expect(violationsIn(file, source)).toBe(0);
  });
});
