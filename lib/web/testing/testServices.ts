import { RecordingLogger } from '#server/gateway/testing/RecordingLogger.ts';
import { createRateLimits } from '#server/http/rateLimits.ts';
import { createMemoryStore } from '#server/persistence/memory/createMemoryStore.ts';
import type { Store } from '#server/persistence/ports.ts';
import { publishServices } from '#server/services.ts';

export const testConfig = {
  role: 'web',
  jwtSecret: 'a secret of the test',
  sessionMaxAgeS: 60,
  webOrigins: [],
  realtimeUrl: null,
  trustedProxies: 0,
  iceServers: [],
} as const;

/** Publishes services over a store in memory, as routes find them; a test takes them away again with `publishServices(undefined)`. */
export function publishTestServices(): { store: Store; logger: RecordingLogger } {
  const [store, logger] = [createMemoryStore(), new RecordingLogger()];
  publishServices({
    config: testConfig,
    logger,
    store,
    control: { presence: () => Promise.resolve({ count: 0, names: [] }) },
    rateLimits: createRateLimits(),
    signTicket: () => Promise.resolve('a ticket'),
    health: () => Promise.reject(new Error('not asked for here')),
  });
  return { store, logger };
}
