import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from './listen.ts';

const servers: Server[] = [];
const newServer = (): Server => {
  const server = createServer();
  servers.push(server);
  return server;
};

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('listening', () => {
  it('says who has the port and what to do, in one sentence', async () => {
    const port = await listen(newServer(), 0);
    const second = listen(newServer(), port);
    await expect(second).rejects.toThrow(`Port ${port} is taken by `);
    await expect(second).rejects.toThrow(
      `stop it, or choose another port, as in PORT=${port + 1} npm start.`,
    );
    if (process.platform === 'linux') await expect(second).rejects.toThrow(`(process ${process.pid})`);
  });
});
