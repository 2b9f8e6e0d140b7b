import * as z from 'zod';
import {
  address,
  iceServers,
  integer,
  list,
  oneOf,
  onOff,
  origin,
  originSchema,
  secret,
  text,
  timeSpan,
} from './setting.ts';

const generated = 'generated into the data folder';
const ipSchema = z.union([z.ipv4(), z.ipv6()]);

/** Every setting, in the order of `.env.example`. Nothing is required on one machine. */
export const settings = {
  NODE_ENV: oneOf('Set to `production` by `npm start`.', ['production', 'development', 'test'], {
    fallback: 'production',
  }),
  VICINITY_ROLE: oneOf(
    'What this process does. `all` is the whole program in one process.',
    ['all', 'web', 'realtime', 'media'],
    { fallback: 'all' },
  ),
  PORT: integer('Port to listen on; 0 takes a free one.', 0, 65_535, {
    fallbackText: '3000 (realtime 3001, media 3002)',
    aliases: ['WS_PORT'],
  }),
  VICINITY_DATA_DIR: text('Folder of the embedded database, generated secrets and certificates.', {
    fallback: '.data',
  }),
  DATABASE_URL: text('PostgreSQL 15 or newer. Without it the embedded database in the data folder is used.', {
    expected: 'an address such as postgresql://user:password@host:5432/vicinity',
    isSecret: true,
    fallbackText: 'the embedded database',
  }),
  REDIS_URL: address(
    'Redis, for the chat’s cache and for what several realtime servers tell each other. Without it memory is used.',
    'redis://:password@redis.example:6379',
    ['redis', 'rediss'],
    { isSecret: true, fallbackText: 'memory of this process' },
  ),
  REDIS_HOST: text('Older name: host of REDIS_URL.', { fallbackText: 'none' }),
  REDIS_PORT: integer('Older name: port of REDIS_URL.', 1, 65_535, { fallbackText: '6379' }),
  VICINITY_LAN: onOff(
    'Serve HTTPS with a certificate made on the spot, for other devices in the local network.',
    {
      fallback: false,
    },
  ),
  VICINITY_DEV: onOff('Run Next.js with hot reload.', { fallback: false }),
  VICINITY_REGION: text('Name of the region this process runs in.', { fallback: 'local' }),
  JWT_SECRET: secret('Encrypts session cookies and signs tickets. The same for web and realtime.', generated),
  JWT_EXPIRES_IN: timeSpan('How long a session lasts.', { fallback: 604_800, fallbackText: '7d' }),
  VICINITY_CONTROL_SECRET: secret('Signs requests between web, realtime and media servers.', generated),
  FRONTEND_URL: origin('Public address of the web part, allowed as origin of requests and connections.', {
    fallbackText: 'the address the page was loaded from',
  }),
  VICINITY_PUBLIC_URL: origin(
    'Address of the pages in links that are mailed or printed. Needed with SMTP_URL.',
    {
      fallbackText: 'FRONTEND_URL, else the address of the request',
    },
  ),
  VICINITY_WEB_ORIGINS: list(
    'Further origins allowed to connect to the realtime server, separated by commas.',
    'addresses such as https://a.example,https://b.example',
    originSchema,
    { fallback: [], fallbackText: 'none; http://localhost:3000 for VICINITY_ROLE=realtime' },
  ),
  VICINITY_REALTIME_URL: origin('Address of the realtime server, for browsers and for the web part.', {
    fallbackText: 'the address of the page; http://localhost:3001 for VICINITY_ROLE=web',
  }),
  VICINITY_TRUST_PROXY: integer(
    'How many reverse proxies stand in front and append to X-Forwarded-For. 0 ignores that header.',
    0,
    10,
    { fallback: 0 },
  ),
  MEDIA_SERVER_URL: origin('Media server to use instead of media workers in this process.', {
    fallbackText: 'workers in the same process',
  }),
  MEDIASOUP_LISTEN_IP: text('Local address that media listens on.', { fallback: '0.0.0.0' }),
  MEDIASOUP_ANNOUNCED_IP: list(
    'Addresses under which browsers reach the media server, separated by commas.',
    'IP addresses such as 192.0.2.7,2001:db8::7',
    ipSchema,
    { fallbackText: '127.0.0.1 and the addresses of this machine in the local network' },
  ),
  MEDIASOUP_MIN_PORT: integer('First UDP and TCP port of media; worker i takes this plus i.', 1_024, 65_535, {
    fallback: 40_000,
    aliases: ['MEDIASOUP_RTP_MIN_PORT'],
  }),
  MEDIASOUP_MAX_PORT: integer('Last port of media.', 1_024, 65_535, {
    fallback: 49_999,
    aliases: ['MEDIASOUP_RTP_MAX_PORT'],
  }),
  VICINITY_MEDIA_WORKERS: integer('Number of media workers.', 1, 256, {
    fallbackText: 'one per processor core',
  }),
  STUN_SERVER_URL: text(
    'STUN server for direct calls. None by default: no address leaves for a third party.',
    {
      expected: 'an address such as stun:stun.example:3478',
      fallbackText: 'none',
    },
  ),
  TURN_SERVER_URL: text('A TURN server with a fixed password.', {
    expected: 'an address such as turn:turn.example:3478',
    aliases: ['WEBRTC_TURN_SERVER_URL'],
    fallbackText: 'none',
  }),
  TURN_USERNAME: text('User of that TURN server.', {
    aliases: ['WEBRTC_TURN_USERNAME'],
    fallbackText: 'none',
  }),
  TURN_PASSWORD: text('Password of that TURN server.', {
    aliases: ['WEBRTC_TURN_PASSWORD'],
    isSecret: true,
    fallbackText: 'none',
  }),
  WEBRTC_ICE_SERVERS: iceServers('ICE servers as browsers take them, as JSON; added to the ones above.'),
  VICINITY_RANGE_TILES: integer('Distance in tiles within which a call starts.', 1, 20, { fallback: 2 }),
  VICINITY_END_RANGE_TILES: integer('Distance in tiles beyond which a call ends.', 1, 40, { fallback: 3 }),
  VICINITY_DWELL_MS: integer('How long somebody who keeps walking must be in range, in ms.', 0, 10_000, {
    fallback: 300,
  }),
  VICINITY_BUBBLE_CAPACITY: integer('People in one bubble at most.', 2, 12, { fallback: 12 }),
  VICINITY_TICK_MS: integer('Time between two updates of positions, in ms.', 20, 1_000, { fallback: 50 }),
  VICINITY_GRACE_MS: integer('How long a lost connection keeps its place, in ms.', 0, 120_000, {
    fallback: 10_000,
  }),
  VICINITY_SNAPSHOT_MS: integer('Time between two saves of positions, in ms.', 100, 60_000, {
    fallback: 4_000,
  }),
  VICINITY_CALL_SETUP_MS: integer('How long setting up a call may take, in ms.', 1_000, 120_000, {
    fallback: 30_000,
  }),
  VICINITY_CALL_DOWNGRADE_MS: integer(
    'How long two people stay on the media server before their call goes direct again, in ms.',
    0,
    60_000,
    { fallback: 3_000 },
  ),
  SMTP_URL: address(
    'Mail server for confirmations, new passwords and invitations. Without it these mails are written to the log.',
    'smtps://user:password@mail.example:465',
    ['smtp', 'smtps'],
    { isSecret: true, fallbackText: 'none' },
  ),
  MAIL_FROM: text('Sender of mails, such as Vicinity <no-reply@vicinity.example>.', {
    fallbackText: 'no-reply at the host of VICINITY_PUBLIC_URL',
  }),
  GITHUB_CLIENT_ID: text('Sign-in with GitHub; its callback is /api/auth/callback/github.', {
    fallbackText: 'none',
  }),
  GITHUB_CLIENT_SECRET: text('Secret of that GitHub application.', { isSecret: true, fallbackText: 'none' }),
  GOOGLE_CLIENT_ID: text('Sign-in with Google; its callback is /api/auth/callback/google.', {
    fallbackText: 'none',
  }),
  GOOGLE_CLIENT_SECRET: text('Secret of that Google application.', { isSecret: true, fallbackText: 'none' }),
  OIDC_ISSUER: address(
    'Sign-in with any OpenID Connect service; its callback is /api/auth/callback/oidc.',
    'https://id.example/realms/main',
    ['https', 'http'],
    { fallbackText: 'none' },
  ),
  OIDC_CLIENT_ID: text('Client of that OpenID Connect service.', { fallbackText: 'none' }),
  OIDC_CLIENT_SECRET: text('Secret of that client.', { isSecret: true, fallbackText: 'none' }),
  OIDC_NAME: text('What that service is called on the sign-in page.', { fallback: 'Single sign-on' }),
  VICINITY_RATE_LIMIT_FACTOR: integer(
    'Multiplies the budgets of requests, for many people behind one address.',
    1,
    1_000,
    { fallback: 1 },
  ),
  VICINITY_AUDIT_RETENTION_DAYS: integer('How long the audit log of a space is kept, in days.', 1, 3_650, {
    fallback: 365,
  }),
  LOG_LEVEL: oneOf('Least level that is logged.', ['debug', 'info', 'warn', 'error', 'silent'], {
    fallback: 'info',
  }),
  DEBUG: text('Namespaces that libraries log, such as mediasoup:* or webrtc:*.', { fallbackText: 'none' }),
} as const;

export type SettingName = keyof typeof settings;
