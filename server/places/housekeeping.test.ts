import { describe, expect, it } from 'vitest';
import { ManualClock } from '../clock.ts';
import { eventually } from '../gateway/testing/eventually.ts';
import { RecordingLogger } from '../gateway/testing/RecordingLogger.ts';
import { createMemoryStore } from '../persistence/memory/createMemoryStore.ts';
import { seedSpace } from '../persistence/testing/seed.ts';
import { record } from './audit.ts';
import { startHousekeeping } from './housekeeping.ts';

const start = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;

describe('housekeeping', () => {
  it('keeps deleted spaces for 30 days and the audit log for as long as is set', async () => {
    const [store, clock, logger] = [createMemoryStore(), new ManualClock(start), new RecordingLogger()];
    const deletedAt = new Date(start).toISOString();
    const { space } = await seedSpace(store, { deletedAt });
    const { space: other, people } = await seedSpace(store);
    const act = { spaceId: other.id, action: 'space.lock', actorId: people.owner.id } as const;
    await record(store, act, new Date(start));
    const rounds = () => logger.lines.filter((line) => line.message === 'tidied up').length / 5;
    const entries = async () => (await store.audit.list(other.id, { limit: 9, after: null }, null)).items;
    const housekeeping = startHousekeeping({ store, clock, logger, auditRetentionDays: 40 });
    clock.advance(29 * dayMs);
    await eventually(() => rounds()).toBe(29);
    expect(await store.spaces.findById(space.id)).not.toBeNull();
    clock.advance(2 * dayMs);
    await eventually(() => rounds()).toBe(31);
    expect(await store.spaces.findById(space.id)).toBeNull();
    expect(await entries()).toHaveLength(1);
    clock.advance(10 * dayMs);
    await eventually(() => rounds()).toBe(41);
    expect(await entries()).toHaveLength(0);
    await housekeeping.close();
    expect(clock.taskCount).toBe(0);
  });

  it('goes on with the next chore when one fails', async () => {
    const [store, clock, logger] = [createMemoryStore(), new ManualClock(start), new RecordingLogger()];
    store.logins.prune = () => Promise.reject(new Error('the database is away'));
    const housekeeping = startHousekeeping({ store, clock, logger, auditRetentionDays: 40 });
    clock.advance(dayMs / 2);
    await eventually(() => logger.lines).toHaveLength(5);
    expect(logger.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    await housekeeping.close();
    await housekeeping.close();
  });
});
