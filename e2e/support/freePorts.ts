import { createServer } from 'node:net';

/** A TCP port that is free now, on all addresses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  if (address === null || typeof address === 'string') throw new Error('the system named no port');
  return address.port;
}

/** First port of a range of `size` that looks free, well away from the ports handed out for outgoing connections. */
export async function freePortRange(size: number): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const taken = await Promise.all(Array.from({ length: size }, (_, i) => isTaken(first + i)));
    if (!taken.includes(true)) return first;
  }
  throw new Error(`no ${size} free ports in a row`);
}

async function isTaken(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(true));
    server.listen(port, () => {
      server.close(() => resolve(false));
    });
  });
}
