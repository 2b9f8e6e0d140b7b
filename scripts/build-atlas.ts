import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { allFiles } from '../art/build/outputs.ts';
import { mapPreviewPng } from '../art/build/preview.ts';

const HELP = `Makes the maps, the sprites and the pictures from the art in art/.

  node scripts/build-atlas.ts                   writes them below public/
  node scripts/build-atlas.ts --preview OUT.png draws a whole map as a renderer would, to look at
    --map ID     which one: office (default), cabin, classroom
    --night      by night
    --collision  with what is in the way marked: walls red, furniture amber, spawns blue
`;

const { values: options } = parseArgs({
  options: {
    preview: { type: 'string' },
    map: { type: 'string', default: 'office' },
    night: { type: 'boolean', default: false },
    collision: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function writeAll(): void {
  const root = join(import.meta.dirname, '..', 'public');
  for (const { path, content } of allFiles()) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    process.stdout.write(`${path}  ${Math.ceil(Buffer.byteLength(content) / 1024)} kB\n`);
  }
}

if (options.help) process.stdout.write(HELP);
else if (options.preview === undefined) writeAll();
else {
  const { map: mapId, night, collision } = options;
  writeFileSync(options.preview, mapPreviewPng({ mapId, night, collision }));
}
