import { v7 as uuidv7 } from 'uuid';
import type { AuditAction, Store } from '../persistence/ports.ts';

/** One act, as whoever did it tells it. */
export interface Act {
  readonly spaceId: string;
  readonly action: AuditAction;
  readonly actorId: string;
  readonly targetId?: string;
  readonly detail?: Record<string, unknown>;
}

/** Writes an act into the audit log of its space. */
export async function record({ audit }: Pick<Store, 'audit'>, act: Act, now: Date): Promise<void> {
  const { targetId = null, detail = {}, ...rest } = act;
  // The id carries the time of writing: its order is the order of the log.
  await audit.add({ ...rest, id: uuidv7(), at: now.toISOString(), targetId, detail });
}
