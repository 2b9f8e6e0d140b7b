import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MediaEvent, MediaPort } from '../MediaPort.ts';
import { describeMediaPort } from '../mediaPort.contract.ts';
import { killLatest, startWorkers } from '../mediasoup/workerHarness.ts';
import { createMemoryMediaPort } from '../memory/createMemoryMediaPort.ts';
import { createHttpMediaPort, type HttpMediaPortOptions } from './createHttpMediaPort.ts';
import { MediaService, secret } from './httpHarness.ts';

describeMediaPort('over HTTP, mediasoup behind it', async () => {
  const behind = startWorkers(1);
  const service = await MediaService.start(behind.port);
  const port = createHttpMediaPort({ url: service.url, secret });
  return {
    port,
    killWorker: async () => killLatest(behind.pids),
    close: async () => {
      await port.close();
      await service.stop();
      await behind.port.close();
    },
  };
});

const roomId = '0190a000-0000-7000-8000-00000000000a.1';
const peerId = '0190a000-0000-7000-8000-000000000001.1';

describe('media service over HTTP', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const serve = async (behind: MediaPort, portNumber = 0): Promise<MediaService> => {
    const service = await MediaService.start(behind, portNumber);
    closing.push(() => service.stop());
    return service;
  };
  const connect = (
    url: string,
    options: Partial<HttpMediaPortOptions> = {},
  ): { port: MediaPort; events: MediaEvent[] } => {
    const port = createHttpMediaPort({ url, secret, timeoutMs: 2_000, ...options });
    const events: MediaEvent[] = [];
    port.subscribe((event) => events.push(event));
    closing.push(() => port.close());
    return { port, events };
  };
  const request = async (service: MediaService, method: string, path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${secret}`, ...init.headers };
    const response = await fetch(`${service.url}${path}`, { method, ...init, headers });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: await response.text(),
    };
  };

  it('refuses who has no secret or a wrong one, on every route', async () => {
    const service = await serve(createMemoryMediaPort());
    for (const path of ['/stats', '/events', `/rooms/${roomId}/router-rtp-capabilities`, '/nowhere']) {
      for (const authorization of ['', 'Bearer wrong', secret, `Bearer ${secret} `.repeat(2)]) {
        const { status, type } = await request(service, 'GET', path, { headers: { authorization } });
        expect([status, type]).toEqual([401, 'application/problem+json']);
      }
    }
  });

  it('serves the exact paths of the API', async () => {
    const service = await serve(createMemoryMediaPort());
    const post = (path: string, body: object) =>
      request(service, 'POST', path, { body: JSON.stringify(body) });
    expect((await request(service, 'GET', `/rooms/${roomId}/router-rtp-capabilities`)).status).toBe(200);
    const made = await post(`/rooms/${roomId}/transports`, { peerId, direction: 'send' });
    expect(made.status).toBe(200);
    const { id } = JSON.parse(made.body);
    expect((await post(`/rooms/${roomId}/transports/${id}/restart-ice`, {})).status).toBe(200);
    expect((await request(service, 'DELETE', `/rooms/${roomId}/transports/${id}`)).status).toBe(204);
    expect((await request(service, 'DELETE', `/rooms/${roomId}`)).status).toBe(204);
  });

  it('answers what is wrong as a problem with its code', async () => {
    const service = await serve(createMemoryMediaPort());
    const transports = `/rooms/${roomId}/transports`;
    const cases: [string, string, string | undefined, number, string][] = [
      ['GET', '/nowhere', undefined, 404, 'not_found'],
      ['PUT', transports, '{}', 404, 'not_found'],
      ['POST', transports, '{ "peerId": ', 400, 'bad_request'],
      ['POST', transports, '[]', 400, 'bad_request'],
      ['POST', transports, '{ "peerId": "a", "direction": "up" }', 400, 'bad_request'],
      [
        'POST',
        transports,
        JSON.stringify({ peerId, direction: 'send', pad: 'x'.repeat(200_000) }),
        413,
        'too_large',
      ],
      ['POST', `${transports}/nope/connect`, '{ "dtlsParameters": {} }', 404, 'not_found'],
      ['GET', '/rooms/..%2f..%2fetc/router-rtp-capabilities', undefined, 400, 'bad_request'],
    ];
    for (const [method, path, body, status, code] of cases) {
      const answer = await request(service, method, path, body === undefined ? {} : { body });
      expect([path, answer.status, JSON.parse(answer.body).code]).toEqual([path, status, code]);
      expect(answer.type).toBe('application/problem+json');
    }
    expect((await request(service, 'GET', '/stats')).status).toBe(200);
  });

  it('hears after a cut what happened meanwhile, and loses no room', async () => {
    const behind = createMemoryMediaPort();
    const service = await serve(behind);
    const { port, events } = connect(service.url);
    const { id } = await port.createTransport({ roomId, peerId, direction: 'send' });
    service.cut();
    behind.loseTransport(roomId, id);
    const lost: MediaEvent = { type: 'transportLost', roomId, transportId: id, peerId };
    await vi.waitFor(() => expect(events).toEqual([lost]), { timeout: 5_000 });
    expect(await behind.stats()).toMatchObject({ rooms: 1 });
  });

  it('reports its rooms lost when the service started anew, and can make them again', async () => {
    const first = await serve(createMemoryMediaPort());
    const { port, events } = connect(first.url);
    await port.createTransport({ roomId, peerId, direction: 'send' });
    await first.stop();
    closing.splice(0, 1);
    await serve(createMemoryMediaPort(), first.portNumber);
    const lost: MediaEvent = { type: 'roomLost', roomId, reason: 'service_unreachable' };
    await vi.waitFor(() => expect(events).toEqual([lost]), { timeout: 10_000 });
    await port.createTransport({ roomId, peerId, direction: 'send' });
    expect(await port.stats()).toMatchObject({ rooms: 1, transports: 1 });
  });

  it('gives rooms up while the service is away, refuses, and closes them there when it is back', async () => {
    const behind = createMemoryMediaPort();
    const first = await serve(behind);
    const { port, events } = connect(first.url, { givenUpAfterMs: 100, timeoutMs: 300 });
    await port.createTransport({ roomId, peerId, direction: 'send' });
    await first.stop();
    closing.splice(0, 1);
    const lost: MediaEvent = { type: 'roomLost', roomId, reason: 'service_unreachable' };
    await vi.waitFor(() => expect(events).toEqual([lost]), { timeout: 5_000 });
    await expect(port.createTransport({ roomId, peerId, direction: 'send' })).rejects.toMatchObject({
      code: 'media_unavailable',
    });
    expect(await behind.stats()).toMatchObject({ rooms: 1 });
    await serve(behind, first.portNumber);
    await vi.waitFor(async () => expect(await behind.stats()).toMatchObject({ rooms: 0 }), {
      timeout: 10_000,
    });
  });

  it('connects again when the stream has fallen silent', async () => {
    let streams = 0;
    const hello = { line: 'hello', instance: 'a', isComplete: true, seq: 0 };
    const mute = createServer((_request, response) => {
      streams += 1;
      response.write(`${JSON.stringify(hello)}\n`);
    }).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    closing.push(async () => mute.close().closeAllConnections());
    const address = mute.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    connect(`http://127.0.0.1:${address.port}`, { silenceMs: 20 });
    await vi.waitFor(() => expect(streams).toBeGreaterThan(2), { timeout: 5_000 });
  });

  it('is media_unavailable with a wrong secret, and when nobody is there', async () => {
    const service = await serve(createMemoryMediaPort());
    const wrong = connect(service.url, { secret: 'wrong', timeoutMs: 200 }).port;
    await expect(wrong.stats()).rejects.toMatchObject({ code: 'media_unavailable' });
    await expect(wrong.routerRtpCapabilities(roomId)).rejects.toMatchObject({ code: 'media_unavailable' });
    const nobody = connect('http://127.0.0.1:1', { timeoutMs: 200 }).port;
    await expect(nobody.routerRtpCapabilities(roomId)).rejects.toMatchObject({ code: 'media_unavailable' });
  });

  it('leaves no room behind when the port is closed', async () => {
    const behind = createMemoryMediaPort();
    const service = await serve(behind);
    const port = createHttpMediaPort({ url: service.url, secret });
    await port.createTransport({ roomId, peerId, direction: 'send' });
    await port.close();
    await port.close();
    expect(await behind.stats()).toMatchObject({ rooms: 0 });
  });
});
