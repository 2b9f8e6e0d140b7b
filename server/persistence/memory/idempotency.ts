import { busySince, keptSince } from '../idempotencyTimes.ts';
import type { IdempotencyRepository } from '../ports.ts';
import { copy, type IdempotencyRow, pair, removeWhere, type Tables } from './tables.ts';

const isOver = ({ claimedAt, answer }: IdempotencyRow, now: string): boolean =>
  claimedAt < (answer === null ? busySince(now) : keptSince(now));

export function memoryIdempotency(tables: Tables): IdempotencyRepository {
  const { idempotency } = tables;
  return {
    async claim({ actorId, key, operation, requestHash }, now) {
      const id = pair(actorId, key);
      const row = idempotency.get(id);
      if (row === undefined || isOver(row, now)) {
        idempotency.set(id, { actorId, operation, requestHash, claimedAt: now, answer: null });
        return { state: 'new' };
      }
      if (row.operation !== operation || row.requestHash !== requestHash) return { state: 'mismatch' };
      return row.answer === null ? { state: 'busy' } : { state: 'kept', answer: copy(row.answer) };
    },
    async keep({ actorId, key }, answer) {
      const row = idempotency.get(pair(actorId, key));
      if (row === undefined) return;
      const { status, body } = answer;
      idempotency.set(pair(actorId, key), { ...row, answer: copy({ status, body: body ?? null }) });
    },
    async giveBack({ actorId, key }) {
      const row = idempotency.get(pair(actorId, key));
      if (row?.answer === null) idempotency.delete(pair(actorId, key));
    },
    async prune(before) {
      removeWhere(idempotency, ({ claimedAt }) => claimedAt < before);
    },
  };
}
