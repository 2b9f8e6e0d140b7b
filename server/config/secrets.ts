import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { isErrno } from '../errno.ts';

const secretsSchema = z.object({ jwtSecret: z.string().min(16), controlSecret: z.string().min(16) });

export type Secrets = z.infer<typeof secretsSchema>;

const read = (path: string): Secrets => secretsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

/**
 * The secrets of a data folder, made on first use (`secrets.json`, readable by its owner only).
 *
 * Several processes may ask at once: each writes a file of its own, and linking it to the final name succeeds for
 * exactly one of them; the others read what that one wrote, which is whole from the moment it is there.
 */
export function secretsOf(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
  const fresh: Secrets = {
    jwtSecret: randomBytes(32).toString('base64url'),
    controlSecret: randomBytes(32).toString('base64url'),
  };
  try {
    return read(path);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
  }
  writeFileSync(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(path);
}
