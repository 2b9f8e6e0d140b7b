import type { ChatPort } from './chat/ports.ts';
import type { ControlPort } from './cluster/ports.ts';
import type { Config } from './config.ts';
import type { RateLimits } from './http/rateLimits.ts';
import type { MailPort } from './mail/MailPort.ts';
import type { HealthReport } from './observability/health.ts';
import type { Logger } from './observability/Logger.ts';
import type { AttemptLimits } from './people/attempts.ts';
import type { PasswordHasher } from './people/passwords.ts';
import type { TicketClaims } from './people/tickets.ts';
import type { Store } from './persistence/ports.ts';
import type { StoragePort } from './storage/StoragePort.ts';

/** What the web part may use. It constructs none of it. */
export interface WebServices {
  readonly config: Pick<
    Config,
    | 'role'
    | 'region'
    | 'jwtSecret'
    | 'sessionMaxAgeS'
    | 'webOrigins'
    | 'publicUrl'
    | 'realtimeUrl'
    | 'trustedProxies'
    | 'iceServers'
    | 'mail'
    | 'oauth'
  >;
  readonly logger: Logger;
  readonly store: Store;
  readonly control: ControlPort;
  /** Chat's operations, asked with whoever the request has proven. */
  readonly chat: ChatPort;
  /** Bytes of uploaded files. */
  readonly storage: StoragePort;
  readonly rateLimits: RateLimits;
  /** Takes mail and sends it after the answer. */
  readonly mail: MailPort;
  readonly passwords: PasswordHasher;
  readonly attempts: AttemptLimits;
  signTicket(claims: TicketClaims): Promise<string>;
  health(): Promise<HealthReport>;
}

/**
 * Next bundles its own copies of every module, so a module cannot hold the one instance: `globalThis` does, which they
 * share with the custom server.
 */
const key = Symbol.for('vicinity');

type Holder = typeof globalThis & { [key]?: WebServices };

const holder: Holder = globalThis;

/** The services of this process, or `undefined` where Next runs alone and nobody has composed them yet. */
export const currentServices = (): WebServices | undefined => holder[key];

/** Puts the services where both the server and Next's bundles find them. `undefined` takes them away. */
export function publishServices(services: WebServices | undefined): void {
  holder[key] = services;
}
