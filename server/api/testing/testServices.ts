import type { ControlCommand, ControlPort } from '#server/cluster/ports.ts';
import { RecordingLogger } from '#server/gateway/testing/RecordingLogger.ts';
import { createRateLimits } from '#server/http/rateLimits.ts';
import type { Mail } from '#server/mail/MailPort.ts';
import { createAttemptLimits } from '#server/people/attempts.ts';
import { createPasswordHasher } from '#server/people/passwords.ts';
import { createMemoryStore } from '#server/persistence/memory/createMemoryStore.ts';
import type { Store } from '#server/persistence/ports.ts';
import type { WebServices } from '#server/services.ts';
import { createMemoryStorage } from '#server/storage/memory/createMemoryStorage.ts';
import { noChat } from './chats.ts';

/** Settings of the web part as tests use them. */
export const testConfig: WebServices['config'] = {
  role: 'web',
  region: 'local',
  publicUrl: null,
  mail: { smtpUrl: null, from: 'no-reply@example.org' },
  oauth: { github: null, google: null, oidc: null },
  jwtSecret: 'a secret of the test',
  sessionMaxAgeS: 604_800,
  webOrigins: [],
  realtimeUrl: null,
  trustedProxies: 0,
  iceServers: [],
};

/** Services over a store in memory, with what they sent and said. */
export interface TestServices {
  readonly services: WebServices;
  readonly store: Store;
  readonly logger: RecordingLogger;
  /** Commands to live people, in order. */
  readonly commands: ControlCommand[];
  /** Mails, in order. */
  readonly mails: Mail[];
}

/** A live part in which nobody is: it keeps what it was told. */
function emptyControl(commands: ControlCommand[]): ControlPort {
  const nobody = { count: 0, people: [] };
  return {
    presence: (spaceIds) => Promise.resolve(Object.fromEntries(spaceIds.map((id) => [id, nobody]))),
    participants: () => Promise.resolve([]),
    apply(command) {
      commands.push(command);
      return Promise.resolve({ reached: 0 });
    },
  };
}

/** Makes budgets that no test uses up by accident. */
const budgetFactor = 1_000;

export function createTestServices(overrides: Partial<WebServices> = {}): TestServices {
  const [store, logger] = [overrides.store ?? createMemoryStore(), new RecordingLogger()];
  const commands: ControlCommand[] = [];
  const mails: Mail[] = [];
  const services: WebServices = {
    config: testConfig,
    logger,
    store,
    control: emptyControl(commands),
    chat: noChat,
    storage: createMemoryStorage(),
    rateLimits: createRateLimits({}, budgetFactor),
    mail: {
      send(mail) {
        mails.push(mail);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    },
    passwords: createPasswordHasher(),
    attempts: createAttemptLimits(),
    signTicket: () => Promise.resolve('a ticket'),
    health: () => Promise.reject(new Error('not asked for here')),
    ...overrides,
  };
  return { services, store, logger, commands, mails };
}
