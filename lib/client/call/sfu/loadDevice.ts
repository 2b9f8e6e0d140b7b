import type { types } from 'mediasoup-client';

/**
 * A mediasoup device, not yet loaded with a router's capabilities. The library is fetched on the first call that needs
 * the SFU: two people talking directly never load it.
 * @throws when the browser is one that mediasoup-client does not support.
 */
export async function loadDevice(): Promise<types.Device> {
  const { Device } = await import('mediasoup-client');
  return Device.factory();
}
