import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../../server/observability/Logger.ts';
import { openStore } from '../../server/persistence/openStore.ts';
import { pinProcess } from '../support/pinning.ts';
import { type Crowd, type CrowdSize, seedCrowd } from './crowd.ts';

/** Data folders with the same crowd in each. */
export interface Stage {
  readonly crowd: Crowd;
  readonly dataDirs: readonly string[];
  remove(): void;
}

/** Puts the load on core 1 and makes a crowd in a database, as often as it is wanted. */
export async function setStage(size: CrowdSize, copies: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'vicinity-bench-'));
  const dataDirs = Array.from({ length: copies }, (_, index) => join(folder, `data-${index}`));
  const [first, ...others] = dataDirs;
  if (first === undefined) throw new Error('a stage has one folder at least');
  const store = await openStore({
    databaseUrl: null,
    dataDir: first,
    role: 'realtime',
    logger: silentLogger,
  });
  const crowd = await seedCrowd(store, size).finally(() => store.close());
  for (const other of others) cpSync(first, other, { recursive: true });
  pinProcess(process.pid, 1);
  return { crowd, dataDirs, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
