import { X509Certificate } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import * as z from 'zod';
import { isErrno } from '../errno.ts';

const certificateSchema = z.object({ key: z.string(), cert: z.string() });

/** PEM texts for a TLS server. */
export type Certificate = z.infer<typeof certificateSchema>;

/** Browsers refuse certificates that are valid longer than 398 days (CA/Browser Forum ballot SC31). */
const lifetimeMs = 390 * 86_400_000;

/** A kept certificate is renewed this long before its end. */
const renewBeforeMs = 7 * 86_400_000;

function readKept(path: string): Certificate | null {
  try {
    return certificateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Whether the certificate names every address and is not about to end. */
export function isUsable({ cert }: Certificate, addresses: string[], nowMs: number): boolean {
  const parsed = new X509Certificate(cert);
  if (Date.parse(parsed.validTo) - renewBeforeMs < nowMs) return false;
  return addresses.every((address) => parsed.checkIP(address) !== undefined);
}

async function create(addresses: string[], nowMs: number): Promise<Certificate> {
  const altNames = [
    { type: 2 as const, value: 'localhost' },
    { type: 2 as const, value: hostname() },
    ...['127.0.0.1', ...addresses].map((ip) => ({ type: 7 as const, ip })),
  ];
  const made = await generate([{ name: 'commonName', value: 'Vicinity on this network' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A minute earlier, for devices whose clock is a little behind.
    notBeforeDate: new Date(nowMs - 60_000),
    notAfterDate: new Date(nowMs + lifetimeMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/**
 * The certificate for serving other devices in the local network: kept in the data folder, so that a device that
 * accepted it once need not again, and made anew when it ends or the machine's addresses have changed.
 */
export async function certificateFor(
  dataDir: string,
  addresses: string[],
  nowMs: number,
): Promise<Certificate> {
  const path = join(dataDir, 'certificate.json');
  const kept = readKept(path);
  if (kept !== null && isUsable(kept, addresses, nowMs)) return kept;
  const made = await create(addresses, nowMs);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
  renameSync(draft, path);
  return made;
}
