import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { announcement } from './announce.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vicinity-announce-'));
const say = (environment: Record<string, string>, operatorSecret: string | null) =>
  announcement(readConfig({ VICINITY_DATA_DIR: dataDir, ...environment }), {
    url: 'http://localhost:4000',
    port: 4000,
    operatorSecret,
    close: () => Promise.resolve(),
  }).split('\n');

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('what is said at the start', () => {
  it('begins with the address', () => {
    expect(say({}, null)[0]).toBe('Vicinity is running at http://localhost:4000');
  });

  it.each([
    [{}, 'http://localhost:4000/setup/abc'],
    [{ VICINITY_PUBLIC_URL: 'https://vicinity.example' }, 'https://vicinity.example/setup/abc'],
    [{ VICINITY_ROLE: 'realtime' }, 'http://localhost:3000/setup/abc'],
    [{ VICINITY_ROLE: 'realtime', FRONTEND_URL: 'https://a.example' }, 'https://a.example/setup/abc'],
  ])('names the operator’s link at the address of the pages: %o', (environment, link) => {
    expect(say(environment, 'abc')).toContain(link);
  });

  it('names no such link when there is an operator', () => {
    expect(say({}, null).join()).not.toContain('/setup/');
  });
});
