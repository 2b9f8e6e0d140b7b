import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLogger } from './createLogger.ts';

function recorder() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, destination };
}

describe('logger', () => {
  it('writes one JSON object per line, with level, ISO time and context', () => {
    const { lines, destination } = recorder();
    const logger = createLogger({ level: 'info', isPretty: false, destination, base: { role: 'all' } });
    logger.child({ part: 'media' }).info({ port: 1 }, 'started');
    logger.debug({}, 'unheard');
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({ level: 'info', role: 'all', part: 'media', port: 1, msg: 'started' });
    expect(new Date(line.time).toISOString()).toBe(line.time);
  });

  it('hides secrets, wherever they stand', () => {
    const { lines, destination } = recorder();
    const logger = createLogger({ level: 'info', isPretty: false, destination });
    logger.info({ ticket: 'hunter2', headers: { cookie: 'hunter2', authorization: 'hunter2' } }, 'a');
    logger.info(
      { request: { headers: { 'set-cookie': 'hunter2' } }, iceServer: { credential: 'hunter2' } },
      'b',
    );
    expect(lines.join('')).not.toContain('hunter2');
    expect(lines.join('')).toContain('[redacted]');
  });

  it.each(['error', 'err'])('writes what happened for %s', (name) => {
    const { lines, destination } = recorder();
    createLogger({ level: 'info', isPretty: false, destination }).error(
      { [name]: new Error('boom') },
      'failed',
    );
    expect(JSON.parse(lines[0] ?? '')[name]).toMatchObject({ message: 'boom', stack: expect.any(String) });
  });

  it('writes for people when asked to', () => {
    const { lines, destination } = recorder();
    createLogger({ level: 'info', isPretty: true, destination }).warn({ port: 1 }, 'taken');
    expect(lines.join('')).toMatch(/WARN.*taken/s);
  });
});
