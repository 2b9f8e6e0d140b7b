import { afterEach, describe, expect, it, vi } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { StorageError } from '#server/persistence/StorageError.ts';
import { publishServices } from '#server/services.ts';
import { route } from './route.ts';
import { publishTestServices } from './testing/testServices.ts';

async function answerTo(thrown: Error): Promise<{ status: number; text: string }> {
  const answer = await route('reads', () => Promise.reject(thrown))(new Request('http://here/'), {});
  return { status: answer.status, text: await answer.text() };
}

describe('a route', () => {
  afterEach(() => {
    publishServices(undefined);
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('says what it refuses', async () => {
    const { logger } = publishTestServices();
    const { status, text } = await answerTo(new RefusedError('not_found', 'There is no such space.'));
    expect([status, JSON.parse(text).detail]).toEqual([404, 'There is no such space.']);
    expect(logger.lines).toEqual([]);
  });

  it.each([
    [new StorageError('The disk of /srv/secret is full.'), 503],
    [new Error('select * from users where /srv/secret'), 500],
  ])('keeps to itself what only the operator may know, and logs it', async (thrown, expected) => {
    const { logger } = publishTestServices();
    const { status, text } = await answerTo(thrown);
    expect(status).toBe(expected);
    expect(text).not.toContain('/srv/secret');
    expect(logger.lines).toEqual([{ level: 'error', context: { error: thrown }, message: 'a route failed' }]);
  });

  it('logs also that it has no services, where Next runs alone', async () => {
    vi.stubEnv('LOG_LEVEL', 'loud');
    const written: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const { status, text } = await answerTo(new Error('never asked'));
    expect([status, text.includes('loud')]).toEqual([500, false]);
    expect(written.join('')).toContain('LOG_LEVEL is “loud”');
  });
});
