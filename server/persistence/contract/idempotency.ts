import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { asJson, at, hostileTexts, type StoreOf } from './common.ts';

export function idempotencyContract(store: StoreOf): void {
  const newKey = () => ({
    actorId: uuidv7(),
    key: uuidv7(),
    operation: 'createSpace',
    requestHash: 'abc',
  });
  const answer = { status: 201, body: { space: { id: 'x', list: [null, 1, 'ü'] } } };

  describe('keys of requests that may be repeated', () => {
    it('are claimed, busy, and then answer again', async () => {
      const key = newKey();
      expect(asJson(await store().idempotency.claim(key, at(0)))).toEqual({ state: 'new' });
      expect(await store().idempotency.claim(key, at(0))).toEqual({ state: 'busy' });
      await store().idempotency.keep(key, answer);
      expect(asJson(await store().idempotency.claim(key, at(0)))).toEqual({ state: 'kept', answer });
    });

    it('are claimed by exactly one of many', async () => {
      const key = newKey();
      const claims = await Promise.all(
        Array.from({ length: 10 }, () => store().idempotency.claim(key, at(0))),
      );
      expect(claims.filter(({ state }) => state === 'new')).toHaveLength(1);
      expect(claims.filter(({ state }) => state === 'busy')).toHaveLength(9);
    });

    it('do not fit another request', async () => {
      const key = newKey();
      await store().idempotency.claim(key, at(0));
      const mismatch = { state: 'mismatch' };
      expect(await store().idempotency.claim({ ...key, requestHash: 'other' }, at(0))).toEqual(mismatch);
      expect(await store().idempotency.claim({ ...key, operation: 'other' }, at(0))).toEqual(mismatch);
      await store().idempotency.keep(key, answer);
      expect(await store().idempotency.claim({ ...key, requestHash: 'other' }, at(0))).toEqual(mismatch);
    });

    it('belong to one person', async () => {
      const key = newKey();
      await store().idempotency.claim(key, at(0));
      expect(await store().idempotency.claim({ ...key, actorId: uuidv7() }, at(0))).toEqual({ state: 'new' });
    });

    it('are free again when they are given back, but not once they are answered', async () => {
      const key = newKey();
      await store().idempotency.claim(key, at(0));
      await store().idempotency.giveBack(key);
      expect(await store().idempotency.claim(key, at(0))).toEqual({ state: 'new' });
      await store().idempotency.keep(key, { status: 204, body: null });
      await store().idempotency.giveBack(key);
      expect(await store().idempotency.claim(key, at(0))).toEqual({
        state: 'kept',
        answer: { status: 204, body: null },
      });
    });

    it('are free again after a minute without an answer, for one of many', async () => {
      const key = newKey();
      await store().idempotency.claim(key, at(-2));
      const other = { ...key, requestHash: 'other' };
      const claims = await Promise.all([key, other, key].map((one) => store().idempotency.claim(one, at(0))));
      expect(claims.filter(({ state }) => state === 'new')).toHaveLength(1);
      expect(claims.filter(({ state }) => state === 'kept')).toEqual([]);
      const recent = newKey();
      await store().idempotency.claim(recent, at(-0.5));
      expect(await store().idempotency.claim(recent, at(0))).toEqual({ state: 'busy' });
    });

    it('answer for a day', async () => {
      const key = newKey();
      await store().idempotency.claim(key, at(-1_441));
      await store().idempotency.keep(key, answer);
      expect(await store().idempotency.claim(key, at(-2))).toEqual({ state: 'kept', answer });
      expect(await store().idempotency.claim({ ...key, requestHash: 'other' }, at(0))).toEqual({
        state: 'new',
      });
      await store().idempotency.keep(key, { status: 201, body: 'second' });
      expect(await store().idempotency.claim({ ...key, requestHash: 'other' }, at(0))).toMatchObject({
        answer: { body: 'second' },
      });
    });

    it('are forgotten after some time', async () => {
      const [old, recent] = [newKey(), newKey()];
      await store().idempotency.claim(old, at(-20));
      await store().idempotency.keep(old, answer);
      await store().idempotency.claim(recent, at(-5));
      await store().idempotency.keep(recent, answer);
      await store().idempotency.prune(at(-10));
      expect(await store().idempotency.claim(old, at(0))).toEqual({ state: 'new' });
      expect(await store().idempotency.claim(recent, at(0))).toEqual({ state: 'kept', answer });
    });

    it.each(hostileTexts)('may be called %j', async (hostile) => {
      const key = { ...newKey(), key: hostile };
      await store().idempotency.claim(key, at(0));
      await store().idempotency.keep(key, { status: 200, body: hostile });
      expect(await store().idempotency.claim(key, at(0))).toEqual({
        state: 'kept',
        answer: { status: 200, body: hostile },
      });
    });
  });
}
