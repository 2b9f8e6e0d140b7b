import { createApi } from '../../api/createApi.ts';
import { operations } from '../../api/operations.ts';
import { createTestChat } from '../../api/testing/createTestChat.ts';
import type { OAuthConfig } from '../../config/people.ts';
import { RecordingLogger } from '../../gateway/testing/RecordingLogger.ts';
import { createRateLimits } from '../../http/rateLimits.ts';
import type { Mail } from '../../mail/MailPort.ts';
import { createMemoryStore } from '../../persistence/memory/createMemoryStore.ts';
import type { Store } from '../../persistence/ports.ts';
import { FakeLive } from '../../places/testing/FakeLive.ts';
import type { WebServices } from '../../services.ts';
import { createMemoryStorage } from '../../storage/memory/createMemoryStorage.ts';
import { createAttemptLimits } from '../attempts.ts';
import { createPasswordHasher, type PasswordHasher } from '../passwords.ts';
import { Browser } from './Browser.ts';

/** A password that is good enough. */
export const goodPassword = 'seven purple walruses on a ferry';

/** More than any test asks for; tests of the limits themselves stand beside these. */
const plenty = {
  total: 100_000,
  reads: 100_000,
  writes: 100_000,
  guests: 100_000,
  credentials: 100_000,
  mail: 100_000,
  uploads: 100_000,
};

/** Counts what costs time, so that a test can compare the work of two requests without a watch. */
export class CountingHasher implements PasswordHasher {
  hashes = 0;
  checks = 0;
  readonly #real = createPasswordHasher({ atOnce: 4, waitingMost: 1_000 });

  hash(password: string): Promise<string> {
    this.hashes += 1;
    return this.#real.hash(password);
  }

  verify(passwordHash: string | null, password: string): Promise<boolean> {
    this.checks += 1;
    return this.#real.verify(passwordHash, password);
  }
}

const noServices: OAuthConfig = { github: null, google: null, oidc: null };

/** The whole API over a store, in memory if none is given, with what it mailed and told the live part. */
export class People {
  readonly store: Store;
  readonly live = new FakeLive();
  readonly logger = new RecordingLogger();
  readonly mails: Mail[] = [];
  readonly passwords = new CountingHasher();
  readonly services: WebServices;
  readonly #api: ReturnType<typeof createApi>;

  constructor(
    { oauth = noServices, ...settings }: Partial<WebServices['config']> = {},
    store: Store = createMemoryStore(),
  ) {
    this.store = store;
    this.services = {
      config: {
        role: 'web',
        jwtSecret: 'a secret of the test',
        sessionMaxAgeS: 3_600,
        region: 'local',
        webOrigins: [],
        publicUrl: null,
        realtimeUrl: null,
        trustedProxies: 0,
        iceServers: [],
        mail: { smtpUrl: null, from: 'vicinity@example.org' },
        oauth,
        ...settings,
      },
      logger: this.logger,
      store: this.store,
      control: this.live,
      chat: createTestChat(this.store),
      storage: createMemoryStorage(),
      rateLimits: createRateLimits(plenty),
      mail: {
        send: async (mail) => {
          this.mails.push(mail);
        },
        close: () => Promise.resolve(),
      },
      passwords: this.passwords,
      attempts: createAttemptLimits(),
      signTicket: () => Promise.resolve('a ticket'),
      health: () => Promise.reject(new Error('not asked for here')),
    };
    this.#api = createApi(this.services, (id) => operations[id]);
  }

  /** Answers a request as the server does. */
  handle(request: Request): Promise<Response> {
    return this.#api.handle(request);
  }

  /** Somebody's browser, or program, that nobody is signed in to yet. */
  browser(address = '192.0.2.1'): Browser {
    return new Browser((request) => this.#api.handle(request), address);
  }

  /** Secret of the newest link of this kind that was mailed. */
  linkTo(page: 'confirm' | 'reset-password'): string {
    const text = this.mails.map((mail) => mail.text).join('\n');
    const found = [...text.matchAll(new RegExp(`/${page}/([\\w-]+)`, 'g'))].at(-1)?.[1];
    if (found === undefined) throw new Error(`no /${page}/ link was mailed`);
    return found;
  }

  /** Signs somebody up in a browser of their own and confirms the address. */
  async account(name: string, email = `${name.toLowerCase()}@example.org`): Promise<Browser> {
    const browser = this.browser();
    await browser.must(202, 'POST', '/accounts', { name, email, password: goodPassword });
    await browser.must(200, 'POST', '/email-confirmations', { token: this.linkTo('confirm') });
    return browser;
  }

  /** Lets a guest in. */
  async guest(name: string): Promise<Browser> {
    const browser = this.browser();
    await browser.must(201, 'POST', '/guests', { name });
    return browser;
  }
}
