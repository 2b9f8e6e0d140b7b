import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { photographHosting } from './screenshots/hosting.ts';
import { looks } from './screenshots/looks.ts';
import { photographPages } from './screenshots/pages.ts';
import { photographSpace } from './screenshots/spaces.ts';
import { openStudio } from './screenshots/studio.ts';

const help = `Photographs every page and state of the built product.

  npm run screenshots                     all of them, and the README's picture
  npm run screenshots -- --look phone     only looks whose name contains this
  npm run screenshots -- --pages          only the pages outside the space
  npm run screenshots -- --url http://…   of a server that runs already

The pictures go to .screenshots/, the README's to docs/images/. Run "npm run build" after changes.`;

const folder = join(import.meta.dirname, '..', '.screenshots');
const readmePicture = join(import.meta.dirname, '..', 'docs', 'images', 'space.png');

const { values: options } = parseArgs({
  options: {
    look: { type: 'string', default: '' },
    pages: { type: 'boolean' },
    url: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (options.help === true) process.stdout.write(`${help}\n`);
else await photographAll(options.look, options.pages === true, options.url);

async function photographAll(wanted: string, isPagesOnly: boolean, url: string | undefined): Promise<void> {
  const studio = await openStudio(folder, url);
  try {
    for (const look of looks.filter(({ name }) => name.includes(wanted))) {
      process.stdout.write(`${look.name}\n`);
      await photographPages(studio, look);
      if (!isPagesOnly) await photographSpace(studio, look);
      if (!isPagesOnly) await photographHosting(studio, look);
      if (!isPagesOnly && look.name === 'desktop-light')
        await keepForReadme(studio.fileOf('three-people', look));
    }
  } finally {
    await studio.close();
  }
}

async function keepForReadme(file: string): Promise<void> {
  await mkdir(join(readmePicture, '..'), { recursive: true });
  await copyFile(file, readmePicture);
}
