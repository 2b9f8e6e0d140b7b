import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { createLogger } from '../../server/observability/createLogger.ts';
import { openStore } from '../../server/persistence/openStore.ts';
import { startPostgres } from '../../server/persistence/testPostgres.ts';
import { seedCrowd } from './crowd.ts';
const dataDir = mkdtempSync(join(tmpdir(), 'k-probe-'));
const logger = createLogger({ level: 'error' });
const pg = process.argv[2] === 'pg' ? await startPostgres() : null;
const store = await openStore({ databaseUrl: pg?.url ?? null, dataDir, role: 'realtime', logger } as never);
try {
  let t = performance.now();
  const crowd = await seedCrowd(store, { rooms: 50, perRoom: 20 });
  console.log('seed ms', (performance.now() - t).toFixed(0));
  const text = 'x'.repeat(0) + Array.from({ length: 20 }, (_, i) => `word${i}`).join(' ').slice(0, 100);
  const drafts = (n: number) => Array.from({ length: n }, () => {
    const m = crowd.members[Math.floor(Math.random() * crowd.members.length)]!;
    return { kind: 'message' as const, roomId: m.roomId, userId: m.userId, clientId: uuidv7(), id: uuidv7(), at: new Date().toISOString(), type: 'text' as const, content: text, mentions: [], fileId: null, replyTo: null };
  });
  for (const size of [500, 500, 100, 20, 1, 500, 1]) {
    const total = size === 1 ? 300 : 8000;
    const c0 = process.cpuUsage(); t = performance.now();
    for (let i = 0; i < total; i += size) await store.chatLog.append(drafts(size));
    const c = process.cpuUsage(c0); const ms = performance.now() - t;
    console.log(`batch ${size}: wall ${(ms / total * 1000).toFixed(0)} µs/msg, cpu ${((c.user + c.system) / total).toFixed(0)} µs/msg`);
  }
} finally { await store.close(); await pg?.stop(); rmSync(dataDir, { recursive: true, force: true }); }
