import { RefusedError } from '#lib/protocol/errors.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { Access } from '../access/Access.ts';
import type { Audience } from '../telling/Audience.ts';
import type { Streams } from '../telling/Streams.ts';
import type { Seating } from './Seating.ts';

export interface LookAgainDeps {
  readonly access: Access;
  readonly audience: Audience;
  readonly seating: Seating;
  readonly streams: Streams;
  readonly logger: Logger;
}

/**
 * News of other processes may have been lost: nothing that was read is believed, every connection is put right with the
 * store, and what was written meanwhile is delivered. A connection that cannot be put right comes back by itself.
 */
export async function lookAgain(deps: LookAgainDeps): Promise<void> {
  const { access, audience, seating, streams, logger } = deps;
  access.dropAll();
  await seating.review(audience.all());
  for (const seat of audience.all()) {
    try {
      await seating.listen(seat);
    } catch (error) {
      if (!(error instanceof RefusedError)) logger.warn({ error }, 'a connection could not be put right');
      seating.end(seat, { reason: 'server_shutdown' });
    }
  }
  try {
    await streams.catchUp();
  } catch (error) {
    logger.warn({ error }, 'rooms could not be compared with their logs');
  }
}
