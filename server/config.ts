import { resolve } from 'node:path';
import type { IceServer } from '#lib/protocol/rest/realtime.ts';
import { localRealtimeUrl } from './config/defaults.ts';
import { type MailConfig, mailFrom, type OAuthConfig, oauthFrom } from './config/people.ts';
import { ConfigError, type Environment, readSettings, type SettingValues } from './config/readSettings.ts';
import { secretsOf } from './config/secrets.ts';
import { localAddresses } from './lan/addresses.ts';

export { ConfigError } from './config/readSettings.ts';

export type Role = 'all' | 'web' | 'realtime' | 'media';

/** The environment, parsed once. Times say their unit in their name. */
export interface Config {
  readonly nodeEnv: 'production' | 'development' | 'test';
  readonly role: Role;
  /** Next.js with hot reload. */
  readonly isDev: boolean;
  /** HTTPS for other devices in the local network. */
  readonly isLan: boolean;
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  /** `null`: the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  /** `null`: memory of this process. */
  readonly redisUrl: string | null;
  readonly region: string;
  readonly jwtSecret: string;
  readonly sessionMaxAgeS: number;
  readonly controlSecret: string;
  /** Origins allowed to connect besides the server's own. */
  readonly webOrigins: readonly string[];
  /** Origin of the pages in links that are mailed or printed; `null`: that of the request. */
  readonly publicUrl: string | null;
  readonly mail: MailConfig;
  readonly oauth: OAuthConfig;
  /** `null`: the page's own origin. */
  readonly realtimeUrl: string | null;
  /** How many proxies in front append to `X-Forwarded-For`. */
  readonly trustedProxies: number;
  readonly media: {
    readonly serverUrl: string | null;
    readonly listenIp: string;
    readonly announcedIps: readonly string[];
    readonly minPort: number;
    readonly maxPort: number;
    /** `null`: one per core. */
    readonly workers: number | null;
  };
  readonly iceServers: readonly IceServer[];
  readonly rules: {
    readonly rangeTiles: number;
    readonly endRangeTiles: number;
    readonly dwellMs: number;
    readonly capacity: number;
    readonly tickMs: number;
    readonly graceMs: number;
    readonly snapshotMs: number;
    readonly callSetupMs: number;
    readonly callDowngradeMs: number;
  };
  /** Multiplies the budgets of requests. */
  readonly rateLimitFactor: number;
  readonly auditRetentionDays: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Sentences about settings that were read under another name. */
  readonly warnings: readonly string[];
}

const portOf: Record<Role, number> = { all: 3000, web: 3000, realtime: 3001, media: 3002 };

/** The value, which every setting with a fallback has. */
function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new ConfigError(`${name} has no value.`);
  return value;
}

function iceServersFrom(values: SettingValues): IceServer[] {
  const servers: IceServer[] = [];
  if (values.STUN_SERVER_URL !== undefined) servers.push({ urls: [values.STUN_SERVER_URL] });
  if (values.TURN_SERVER_URL !== undefined) {
    const login = { username: values.TURN_USERNAME, credential: values.TURN_PASSWORD };
    servers.push({ urls: [values.TURN_SERVER_URL], ...withoutUndefined(login) });
  }
  for (const server of values.WEBRTC_ICE_SERVERS ?? []) servers.push(withoutUndefined(server));
  return servers;
}

/** JSON has no `undefined`: a key without a value is left out. */
function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

/**
 * Secrets come from the environment, else from the data folder. A machine without a data folder of its own (a platform
 * that runs only the web part) has to be told them, so the folder is asked only for what is missing.
 */
function secretsFrom(values: SettingValues, dataDir: string): { jwtSecret: string; controlSecret: string } {
  const { JWT_SECRET: jwtSecret, VICINITY_CONTROL_SECRET: controlSecret } = values;
  if (jwtSecret !== undefined && controlSecret !== undefined) return { jwtSecret, controlSecret };
  const kept = secretsOf(dataDir);
  return { jwtSecret: jwtSecret ?? kept.jwtSecret, controlSecret: controlSecret ?? kept.controlSecret };
}

/** REDIS_URL, or what the older names say. */
function redisUrlFrom({ REDIS_URL: url, REDIS_HOST: host, REDIS_PORT: port }: SettingValues): string | null {
  if (url !== undefined) return url;
  return host === undefined ? null : `redis://${host}:${port ?? 6_379}`;
}

function redisWarnings({ REDIS_URL: url, REDIS_HOST: host }: SettingValues): string[] {
  if (host === undefined) return [];
  const others = 'REDIS_HOST and REDIS_PORT are older names of REDIS_URL';
  return [url === undefined ? `${others}.` : `${others}, which is set too and wins.`];
}

function mediaFrom(values: SettingValues): Config['media'] {
  const minPort = given(values.MEDIASOUP_MIN_PORT, 'MEDIASOUP_MIN_PORT');
  const maxPort = given(values.MEDIASOUP_MAX_PORT, 'MEDIASOUP_MAX_PORT');
  if (maxPort < minPort) {
    throw new ConfigError(
      `MEDIASOUP_MAX_PORT is ${maxPort}, expected at least MEDIASOUP_MIN_PORT (${minPort}).`,
    );
  }
  return {
    serverUrl: values.MEDIA_SERVER_URL ?? null,
    listenIp: given(values.MEDIASOUP_LISTEN_IP, 'MEDIASOUP_LISTEN_IP'),
    announcedIps: values.MEDIASOUP_ANNOUNCED_IP ?? ['127.0.0.1', ...localAddresses()],
    minPort,
    maxPort,
    workers: values.VICINITY_MEDIA_WORKERS ?? null,
  };
}

function rulesFrom(values: SettingValues): Config['rules'] {
  const rangeTiles = given(values.VICINITY_RANGE_TILES, 'VICINITY_RANGE_TILES');
  const endRangeTiles = given(values.VICINITY_END_RANGE_TILES, 'VICINITY_END_RANGE_TILES');
  if (endRangeTiles < rangeTiles) {
    throw new ConfigError(
      `VICINITY_END_RANGE_TILES is ${endRangeTiles}, expected at least VICINITY_RANGE_TILES (${rangeTiles}).`,
    );
  }
  return {
    rangeTiles,
    endRangeTiles,
    dwellMs: given(values.VICINITY_DWELL_MS, 'VICINITY_DWELL_MS'),
    capacity: given(values.VICINITY_BUBBLE_CAPACITY, 'VICINITY_BUBBLE_CAPACITY'),
    tickMs: given(values.VICINITY_TICK_MS, 'VICINITY_TICK_MS'),
    graceMs: given(values.VICINITY_GRACE_MS, 'VICINITY_GRACE_MS'),
    snapshotMs: given(values.VICINITY_SNAPSHOT_MS, 'VICINITY_SNAPSHOT_MS'),
    callSetupMs: given(values.VICINITY_CALL_SETUP_MS, 'VICINITY_CALL_SETUP_MS'),
    callDowngradeMs: given(values.VICINITY_CALL_DOWNGRADE_MS, 'VICINITY_CALL_DOWNGRADE_MS'),
  };
}

function webOriginsFrom(values: SettingValues, role: Role): string[] {
  const pages = [values.FRONTEND_URL, values.VICINITY_PUBLIC_URL];
  const named = [...pages, ...given(values.VICINITY_WEB_ORIGINS, 'VICINITY_WEB_ORIGINS')];
  const origins = named.filter((origin) => origin !== undefined);
  if (origins.length > 0 || role !== 'realtime') return origins;
  return ['http://localhost:3000', 'http://127.0.0.1:3000'];
}

/**
 * Reads the environment into the configuration of this process. Secrets that are not given are taken from the data
 * folder, which is made when it is missing.
 *
 * Throws `ConfigError` with one sentence per unusable setting.
 */
export function readConfig(environment: Environment): Config {
  const { values, warnings } = readSettings(environment);
  const role = given(values.VICINITY_ROLE, 'VICINITY_ROLE');
  const dataDir = resolve(given(values.VICINITY_DATA_DIR, 'VICINITY_DATA_DIR'));
  const publicUrl = values.VICINITY_PUBLIC_URL ?? values.FRONTEND_URL ?? null;
  return {
    nodeEnv: given(values.NODE_ENV, 'NODE_ENV'),
    role,
    isDev: values.VICINITY_DEV ?? false,
    isLan: values.VICINITY_LAN ?? false,
    port: values.PORT ?? portOf[role],
    dataDir,
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: redisUrlFrom(values),
    region: given(values.VICINITY_REGION, 'VICINITY_REGION'),
    ...secretsFrom(values, dataDir),
    sessionMaxAgeS: given(values.JWT_EXPIRES_IN, 'JWT_EXPIRES_IN'),
    webOrigins: webOriginsFrom(values, role),
    publicUrl,
    mail: mailFrom(values, publicUrl),
    oauth: oauthFrom(values),
    realtimeUrl: values.VICINITY_REALTIME_URL ?? (role === 'web' ? localRealtimeUrl : null),
    trustedProxies: given(values.VICINITY_TRUST_PROXY, 'VICINITY_TRUST_PROXY'),
    media: mediaFrom(values),
    iceServers: iceServersFrom(values),
    rules: rulesFrom(values),
    rateLimitFactor: given(values.VICINITY_RATE_LIMIT_FACTOR, 'VICINITY_RATE_LIMIT_FACTOR'),
    auditRetentionDays: given(values.VICINITY_AUDIT_RETENTION_DAYS, 'VICINITY_AUDIT_RETENTION_DAYS'),
    logLevel: given(values.LOG_LEVEL, 'LOG_LEVEL'),
    warnings: [...warnings, ...redisWarnings(values)],
  };
}
