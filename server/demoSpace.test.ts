import { describe, expect, it } from 'vitest';
import { ensureDemoSpace } from './demoSpace.ts';
import { createMemoryStore } from './persistence/memory/createMemoryStore.ts';

describe('the demo space', () => {
  it('is open to everybody, and made once', async () => {
    const store = createMemoryStore();
    const [first, second] = await Promise.all([ensureDemoSpace(store, 'a'), ensureDemoSpace(store, 'b')]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ slug: 'demo', visibility: 'public', capacity: 100, hasResident: true });
    const page = await store.spaces.listPublic({ limit: 10, after: null }, null);
    expect(page.items).toHaveLength(1);
  });

  it('that somebody changed stays as it is', async () => {
    const store = createMemoryStore();
    const { id } = await ensureDemoSpace(store, 'a');
    await store.spaces.update(id, { name: 'Ours', visibility: 'unlisted' }, null);
    expect(await ensureDemoSpace(store, 'a')).toMatchObject({ name: 'Ours', visibility: 'unlisted' });
  });
});
