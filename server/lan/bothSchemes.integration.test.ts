import { mkdtempSync } from 'node:fs';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../http/listen.ts';
import { OpenConnections } from '../http/OpenConnections.ts';
import { createBothSchemes } from './bothSchemes.ts';
import { certificateFor } from './certificate.ts';

const answerTo = (request: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
    request.end();
  });

describe('one port for both schemes', () => {
  let port: number;
  let connections: OpenConnections;

  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'vicinity-lan-'));
    const { door, https } = createBothSchemes(await certificateFor(dataDir, ['127.0.0.1'], Date.now()));
    connections = new OpenConnections(door, https);
    https.on('request', (_request, response) => response.end('secret'));
    port = await listen(door, 0);
  });

  afterAll(() => connections.end());

  it('answers HTTPS', async () => {
    const answer = await answerTo(
      httpsRequest({ host: '127.0.0.1', port, rejectUnauthorized: false, agent: false }),
    );
    answer.resume();
    expect(answer.statusCode).toBe(200);
  });

  it('sends plain HTTP to the same address with HTTPS', async () => {
    const headers = { host: `phone.example:${port}` };
    const answer = await answerTo(
      httpRequest({ host: '127.0.0.1', port, path: '/space/demo?a=b', headers, agent: false }),
    );
    answer.resume();
    expect(answer.statusCode).toBe(308);
    expect(answer.headers.location).toBe(`https://phone.example:${port}/space/demo?a=b`);
  });
});
