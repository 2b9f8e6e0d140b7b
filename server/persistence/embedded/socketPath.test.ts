import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { answers, socketPathFor } from './socketPath.ts';

describe('socket path', () => {
  it('lies in the data folder', () => {
    expect(socketPathFor('/srv/vicinity')).toBe('/srv/vicinity/socket/.s.PGSQL.5432');
  });

  it('lies in the temporary folder when the data folder’s path is too long for a socket', () => {
    const long = `/srv/${'ü'.repeat(50)}`;
    const path = socketPathFor(long);
    expect(path.startsWith(tmpdir())).toBe(true);
    expect(Buffer.byteLength(path)).toBeLessThan(104);
    expect(socketPathFor(long)).toBe(path);
    expect(socketPathFor(`${long}x`)).not.toBe(path);
  });

  it('answers nobody where nobody listens', async () => {
    expect(await answers('/nowhere/at/all')).toBe(false);
  });
});
