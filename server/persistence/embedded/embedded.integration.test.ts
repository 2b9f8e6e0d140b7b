import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { silentLogger } from '../../observability/Logger.ts';
import { openStore } from '../openStore.ts';
import { storeContract } from '../store.contract.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vicinity-pglite-'));

storeContract('embedded PostgreSQL', () =>
  openStore({ databaseUrl: null, dataDir, role: 'all', logger: silentLogger }),
);

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
