import { v7 as uuidv7 } from 'uuid';
import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../observability/Logger.ts';
import type { AuditEntry, AuditRepository } from '../persistence/ports.ts';

/**
 * Writes to the audit log who came and went, one entry after the other. Nobody waits for it: an entry that cannot be
 * written costs an error line and keeps nobody out.
 */
export class VisitLog {
  readonly #audit: Pick<AuditRepository, 'add'>;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #last: Promise<void> = Promise.resolve();

  constructor(deps: { audit: Pick<AuditRepository, 'add'>; clock: Clock; logger: Logger }) {
    this.#audit = deps.audit;
    this.#clock = deps.clock;
    this.#logger = deps.logger;
  }

  entered(spaceId: string, userId: string): void {
    this.#add('space.join', spaceId, userId, {});
  }

  left(spaceId: string, userId: string, reason: CallEndReason): void {
    this.#add('space.leave', spaceId, userId, { reason });
  }

  /** Resolves when everything so far is written. */
  async idle(): Promise<void> {
    await this.#last;
  }

  #add(action: AuditEntry['action'], spaceId: string, actorId: string, detail: { reason?: string }): void {
    const at = new Date(this.#clock.nowMs()).toISOString();
    const entry = { id: uuidv7(), spaceId, at, action, actorId, targetId: null, detail };
    this.#last = this.#last
      .then(() => this.#audit.add(entry))
      .catch((error: unknown) => {
        this.#logger.error({ error, spaceId, action }, 'a visit could not be written to the audit log');
      });
  }
}
