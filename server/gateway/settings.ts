import type { OriginRules } from './origin.ts';
import { defaultRateRules, type RateRules } from './rateLimits.ts';

export interface GatewaySettings extends OriginRules {
  /** How many proxies in front of the server are believed what they say of the client's address. */
  readonly trustedProxies: number;
  /** How long a connection may stay without joining, in ms. */
  readonly joinTimeoutMs: number;
  /** Largest message in bytes; a session description has at most 64 000. A larger one closes the connection. */
  readonly maxMessageBytes: number;
  /** How often a connection is asked whether it lives, in ms. */
  readonly pingIntervalMs: number;
  /** How long it may take to answer, in ms. Together with the interval: dead connections are gone within 30 s (SPEC §6). */
  readonly pingTimeoutMs: number;
  readonly rates: RateRules;
}

export const defaultGatewaySettings: GatewaySettings = {
  allowedOrigins: [],
  trustProxy: false,
  trustedProxies: 0,
  joinTimeoutMs: 10_000,
  maxMessageBytes: 100_000,
  pingIntervalMs: 10_000,
  pingTimeoutMs: 15_000,
  rates: defaultRateRules,
};
