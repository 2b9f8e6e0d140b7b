import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { describeChatBus } from './chatBus.contract.ts';
import { createMemoryChatBus } from './createMemoryChatBus.ts';
import { createMemoryRecentEntries } from './createMemoryRecentEntries.ts';
import { describeRecentEntries } from './recentEntries.contract.ts';

describeRecentEntries('memory', async () => createMemoryRecentEntries());

const bus = createMemoryChatBus();
describeChatBus('memory', async () => ({ ...bus, close: async () => undefined }));

test('rooms that were untouched longest are forgotten first', async () => {
  const recent = createMemoryRecentEntries({ roomsMost: 2 });
  const [old, used, fresh] = [uuidv7(), uuidv7(), uuidv7()];
  await recent.fill(used, [], 0);
  await recent.fill(old, [], 0);
  await recent.read(used);
  await recent.fill(fresh, [], 0);
  expect(await recent.read(old)).toBeNull();
  expect(await recent.read(used)).not.toBeNull();
  await recent.close();
});
