#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import { missingParts } from './lock/complete.mjs';
import { inRoot } from './setup/paths.mjs';

/** Run after `npm install`: makes package-lock.json one that `npm ci` accepts on every platform. */
const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingParts(lock.packages);
const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));

writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
process.stdout.write(
  `${Object.keys(missing).length} parts for other platforms were added to package-lock.json.\n`,
);
