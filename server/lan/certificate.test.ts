import { X509Certificate } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificateFor } from './certificate.ts';

const newDir = () => mkdtempSync(join(tmpdir(), 'vicinity-cert-'));
const dayMs = 86_400_000;

describe('certificate for the local network', () => {
  it('names localhost and every address, and is short enough for browsers', async () => {
    const nowMs = Date.now();
    const { cert } = await certificateFor(newDir(), ['192.0.2.7', '198.51.100.9'], nowMs);
    const parsed = new X509Certificate(cert);
    expect(parsed.checkHost('localhost')).toBe('localhost');
    for (const address of ['127.0.0.1', '192.0.2.7', '198.51.100.9'])
      expect(parsed.checkIP(address)).toBe(address);
    const lifetimeMs = Date.parse(parsed.validTo) - Date.parse(parsed.validFrom);
    expect(lifetimeMs).toBeLessThan(398 * dayMs);
    expect(parsed.ca).toBe(false);
  });

  it('is kept, for its owner only', async () => {
    const dataDir = newDir();
    const first = await certificateFor(dataDir, ['192.0.2.7'], Date.now());
    expect(await certificateFor(dataDir, ['192.0.2.7'], Date.now())).toEqual(first);
    expect(statSync(join(dataDir, 'certificate.json')).mode & 0o777).toBe(0o600);
  });

  it('is made anew for another address, and before it ends', async () => {
    const dataDir = newDir();
    const nowMs = Date.now();
    const first = await certificateFor(dataDir, ['192.0.2.7'], nowMs);
    const moved = await certificateFor(dataDir, ['192.0.2.8'], nowMs);
    expect(moved.cert).not.toBe(first.cert);
    const renewed = await certificateFor(dataDir, ['192.0.2.8'], nowMs + 384 * dayMs);
    expect(renewed.cert).not.toBe(moved.cert);
  });
});
