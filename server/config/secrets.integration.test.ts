import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const script = `
  import { secretsOf } from ${JSON.stringify(new URL('./secrets.ts', import.meta.url).href)};
  process.stdout.write(JSON.stringify(secretsOf(process.argv[1])));
`;

const ask = async (dataDir: string): Promise<string> =>
  (await run(process.execPath, ['--input-type=module-typescript', '-e', script, dataDir])).stdout;

describe('secrets of a data folder', () => {
  it('are the same for processes that ask at the same moment, and readable by their owner only', async () => {
    const dataDir = join(mkdtempSync(join(tmpdir(), 'vicinity-secrets-')), 'new');
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(dataDir)));
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '').jwtSecret.length).toBeGreaterThan(30);
    expect(readdirSync(dataDir)).toEqual(['secrets.json']);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });
});
