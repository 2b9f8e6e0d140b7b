import { networkInterfaces } from 'node:os';

/**
 * The IPv4 addresses under which other devices reach this machine. Link-local ones (169.254.0.0/16, RFC 3927) are left
 * out: they mean that no address was given.
 */
export function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
    .filter((address) => !address.startsWith('169.254.'));
}
