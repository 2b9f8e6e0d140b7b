import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf, setForwardedHeaders } from './forwarded.ts';

describe('address of the client', () => {
  it.each([
    ['192.0.2.1', 0, '192.0.2.1'],
    ['203.0.113.9, 192.0.2.1', 0, '192.0.2.1'],
    ['203.0.113.9, 192.0.2.1', 1, '192.0.2.1'],
    ['forged, 203.0.113.9, 192.0.2.1', 2, '203.0.113.9'],
    ['192.0.2.1', 3, '192.0.2.1'],
    [null, 1, 'unknown'],
    [' , ', 1, 'unknown'],
  ])('of %j behind %d proxies is %s', (header, proxies, address) => {
    expect(clientAddress(header, proxies)).toBe(address);
  });
});

describe('requests for one purse', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['2001:db8:1::', '2001:db8:1:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('from %s come from %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
    expect(clientAddress(address, 0)).toBe(network);
  });
});

describe('forwarding headers', () => {
  function requestWith(headers: Record<string, string>): IncomingMessage {
    const request = new IncomingMessage(new Socket());
    Object.assign(request.headers, headers);
    return request;
  }
  const forged = {
    host: 'own.example',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.example',
  };

  it('of a client are replaced when no proxy stands in front', () => {
    const request = requestWith(forged);
    setForwardedHeaders(request, 0);
    expect(request.headers).toMatchObject({ 'x-forwarded-proto': 'http', 'x-forwarded-host': 'own.example' });
    expect(request.headers['x-forwarded-for']).not.toBe('6.6.6.6');
  });

  it('of a trusted proxy are kept', () => {
    const request = requestWith(forged);
    setForwardedHeaders(request, 1);
    expect(request.headers).toMatchObject(forged);
  });
});
