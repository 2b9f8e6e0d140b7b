import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../../observability/Logger.ts';
import { openStore } from '../openStore.ts';
import { storeContract } from '../store.contract.ts';

storeContract('embedded PostgreSQL', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vicinity-pglite-'));
  return openStore({ databaseUrl: null, dataDir, role: 'all', logger: silentLogger });
});
