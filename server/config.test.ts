import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vicinity-config-'));
const read = (environment: Record<string, string>) =>
  readConfig({ VICINITY_DATA_DIR: dataDir, ...environment });

function problemOf(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('configuration', () => {
  it('needs nothing to be said', () => {
    const config = read({});
    expect(config).toMatchObject({ role: 'all', port: 3000, databaseUrl: null, isLan: false, dataDir });
    expect(config).toMatchObject({
      sessionMaxAgeS: 604_800,
      iceServers: [],
      webOrigins: [],
      trustedProxies: 0,
    });
    expect(config.media).toMatchObject({ minPort: 40_000, maxPort: 49_999, serverUrl: null });
    expect(config.media.announcedIps[0]).toBe('127.0.0.1');
    expect(config.warnings).toEqual([]);
  });

  it('keeps the secrets it made', () => {
    const first = read({});
    expect(first.jwtSecret.length).toBeGreaterThan(30);
    expect(first.controlSecret).not.toBe(first.jwtSecret);
    expect(read({}).jwtSecret).toBe(first.jwtSecret);
    expect(read({ JWT_SECRET: 'sixteen letters!' }).jwtSecret).toBe('sixteen letters!');
  });

  it.each([
    ['all', 3000],
    ['web', 3000],
    ['realtime', 3001],
    ['media', 3002],
  ])('gives the role %s port %d', (role, port) => {
    expect(read({ VICINITY_ROLE: role }).port).toBe(port);
  });

  it.each([
    ['7d', 604_800],
    ['12h', 43_200],
    ['30m', 1_800],
    ['90s', 90],
    ['3600', 3_600],
  ])('reads the time span %s as %d s', (text, seconds) => {
    expect(read({ JWT_EXPIRES_IN: text }).sessionMaxAgeS).toBe(seconds);
  });

  it('treats an empty variable as not set', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it('reads several addresses separated by commas', () => {
    expect(read({ MEDIASOUP_ANNOUNCED_IP: '192.0.2.7, 2001:db8::7' }).media.announcedIps).toEqual([
      '192.0.2.7',
      '2001:db8::7',
    ]);
  });

  it('joins FRONTEND_URL and the further origins, as origins', () => {
    const environment = { FRONTEND_URL: 'https://a.example/', VICINITY_WEB_ORIGINS: 'https://b.example:444' };
    expect(read(environment).webOrigins).toEqual(['https://a.example', 'https://b.example:444']);
    expect(read({ VICINITY_ROLE: 'realtime' }).webOrigins).toContain('http://localhost:3000');
  });

  it('collects ICE servers from all three ways to name them', () => {
    const { iceServers } = read({
      STUN_SERVER_URL: 'stun:s.example',
      TURN_SERVER_URL: 'turn:t.example',
      TURN_USERNAME: 'u',
      TURN_PASSWORD: 'p',
      WEBRTC_ICE_SERVERS: '[{"urls":"stun:x.example"}]',
    });
    expect(JSON.parse(JSON.stringify(iceServers))).toEqual([
      { urls: ['stun:s.example'] },
      { urls: ['turn:t.example'], username: 'u', credential: 'p' },
      { urls: ['stun:x.example'] },
    ]);
  });

  it('reads aliases with a warning, and its own name first', () => {
    const alias = read({ MEDIASOUP_RTP_MIN_PORT: '41000' });
    expect(alias.media.minPort).toBe(41_000);
    expect(alias.warnings).toEqual([
      'MEDIASOUP_RTP_MIN_PORT is read as MEDIASOUP_MIN_PORT; please rename it.',
    ]);
    const both = read({ WS_PORT: '4000', PORT: '5000' });
    expect(both.port).toBe(5000);
    expect(both.warnings).toEqual(['WS_PORT is ignored because PORT is set.']);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT is “abc”, expected a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is “70000”'],
    [{ VICINITY_ROLE: 'everything' }, 'expected one of all, web, realtime, media'],
    [{ VICINITY_LAN: 'maybe' }, 'VICINITY_LAN is “maybe”, expected 1 or 0.'],
    [{ FRONTEND_URL: 'vicinity' }, 'FRONTEND_URL is “vicinity”'],
    [{ FRONTEND_URL: 'https://a.example/path' }, 'FRONTEND_URL'],
    [{ MEDIASOUP_ANNOUNCED_IP: '1.2.3' }, 'MEDIASOUP_ANNOUNCED_IP'],
    [{ JWT_EXPIRES_IN: 'soon' }, 'expected a time span'],
    [
      { MEDIASOUP_MIN_PORT: '50000' },
      'MEDIASOUP_MAX_PORT is 49999, expected at least MEDIASOUP_MIN_PORT (50000).',
    ],
    [
      { VICINITY_RANGE_TILES: '5' },
      'VICINITY_END_RANGE_TILES is 3, expected at least VICINITY_RANGE_TILES (5).',
    ],
    [{ WS_PORT: '-1' }, 'WS_PORT is “-1”'],
  ])('refuses %o by name, value and expectation', (environment, sentence) => {
    expect(problemOf(environment)).toContain(sentence);
  });

  it('never shows what was read for a secret', () => {
    const problem = problemOf({ JWT_SECRET: 'hunter2', WEBRTC_ICE_SERVERS: 'hunter3' });
    expect(problem).toContain('JWT_SECRET');
    expect(problem).toContain('WEBRTC_ICE_SERVERS');
    expect(problem).not.toMatch(/hunter/);
  });

  it('names every problem at once', () => {
    expect(problemOf({ PORT: 'x', LOG_LEVEL: 'loud' }).split('\n')).toHaveLength(2);
  });
});
