import type { Clock } from '../clock.ts';
import type { Logger } from '../observability/Logger.ts';
import type { Store } from '../persistence/ports.ts';

const dayMs = 86_400_000;

/** Another process may just have started too, and whoever waits for a page comes first, in ms. */
const firstAfterMs = 60_000;

/** How long a deleted space can be brought back, in days. */
const deletedKeptDays = 30;

/** How long the answer to a repeatable request is kept, in days. */
const answersKeptDays = 1;

interface Options {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly auditRetentionDays: number;
}

export interface Housekeeping {
  /** Ends it; waits for what is under way. Idempotent. */
  close(): Promise<void>;
}

/** The chores of one day, by name. Each forgets what is over, so doing one twice or in two processes harms nothing. */
function choresOf({ store, clock, auditRetentionDays }: Options): Record<string, () => Promise<unknown>> {
  const daysAgo = (days: number): string => new Date(clock.nowMs() - days * dayMs).toISOString();
  return {
    'deleted spaces': () => store.spaces.purge(daysAgo(deletedKeptDays)),
    logins: () => store.logins.prune(daysAgo(0)),
    links: () => store.links.prune(daysAgo(0)),
    'idempotency keys': () => store.idempotency.prune(daysAgo(answersKeptDays)),
    'audit log': () => store.audit.prune(daysAgo(auditRetentionDays)),
  };
}

/**
 * Forgets daily what is over: deleted spaces after 30 days, logins and links that have expired, kept answers after a
 * day, and the audit log after `auditRetentionDays`. One chore that fails keeps no other from being done.
 */
export function startHousekeeping(options: Options): Housekeeping {
  const { clock, logger } = options;
  const chores = Object.entries(choresOf(options));
  let isClosed = false;
  let round = Promise.resolve();
  let cancel = clock.after(firstAfterMs, begin);

  async function doAll(): Promise<void> {
    for (const [chore, run] of chores) {
      if (isClosed) return;
      try {
        const removed = await run();
        logger.debug({ chore, removed }, 'tidied up');
      } catch (error) {
        logger.warn({ chore, error }, 'could not tidy up; tried again tomorrow');
      }
    }
  }

  function begin(): void {
    cancel = clock.after(dayMs, begin);
    round = round.then(doAll);
  }

  return {
    async close() {
      isClosed = true;
      cancel();
      await round;
    },
  };
}
