import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../persistence/memory/createMemoryStore.ts';
import type { Draft } from '../persistence/ports.ts';
import { seedSpace } from '../persistence/testing/seed.ts';
import { ownData } from './ownData.ts';

const at = '2026-11-21T10:00:00.000Z';
const origin = 'https://vicinity.example';

/** A room of two people, in a store in memory. */
async function talk() {
  const store = createMemoryStore();
  const { space, people } = await seedSpace(store);
  const { owner: olga, member: max } = people;
  const roomId = uuidv7();
  const room = { name: 'Plans', description: '', isPrivate: false, isDefault: false, slowModeS: 0 };
  await store.chatrooms.create(
    {
      id: roomId,
      spaceId: space.id,
      kind: 'room',
      ...room,
      createdBy: olga.id,
      createdAt: at,
      directKey: null,
    },
    [
      { userId: olga.id, role: 'owner' },
      { userId: max.id, role: 'member' },
    ],
  );
  const say = (userId: string, content: string, fileId: string | null = null): Draft => ({
    kind: 'message',
    ...{ id: uuidv7(), roomId, userId, clientId: uuidv7(), at },
    ...{ type: 'text', content, mentions: [], fileId, replyTo: null },
  });
  return { store, roomId, olga, max, say };
}

describe('the export of what is stored about somebody', () => {
  it('holds all that they wrote, in order, and nothing of others', async () => {
    const { store, olga, max, say } = await talk();
    const mine = Array.from({ length: 1_203 }, (_, i) => say(olga.id, `message ${i}`));
    await store.chatLog.append(mine.slice(0, 500));
    await store.chatLog.append([say(max.id, 'a secret of Max'), ...mine.slice(500)]);
    const data = await ownData(store, olga.id, origin);
    const messages = data.messages as { content: string }[];
    expect(messages.map(({ content }) => content)).toEqual(mine.map((_, i) => `message ${i}`));
    expect(JSON.stringify(data)).not.toContain('secret of Max');
    expect(data.profile).toMatchObject({ name: 'Olga' });
  });

  it('holds of what they deleted no more than that it was there', async () => {
    const { store, roomId, olga, say } = await talk();
    const message = say(olga.id, 'said too much');
    const deletion = { kind: 'delete', roomId, userId: olga.id, clientId: uuidv7(), at } as const;
    await store.chatLog.append([message]);
    await store.chatLog.append([{ ...deletion, messageId: 'id' in message ? message.id : '' }]);
    const data = await ownData(store, olga.id, origin);
    expect(data.messages).toMatchObject([{ content: '', deletedAt: at }]);
    expect(JSON.stringify(data)).not.toContain('said too much');
  });

  it('names their files and where they are, and no others', async () => {
    const { store, roomId, olga, max } = await talk();
    const file = { type: 'text/plain', sizeBytes: 3, width: null, height: null, durationMs: null };
    const kept = { roomId, storageKey: 'a'.repeat(64), createdAt: at, messageId: null };
    const id = uuidv7();
    await store.chatFiles.add({ ...file, ...kept, id, name: 'mine.txt', uploaderId: olga.id });
    await store.chatFiles.add({ ...file, ...kept, id: uuidv7(), name: 'his.txt', uploaderId: max.id });
    const { files } = await ownData(store, olga.id, origin);
    expect(files).toEqual([
      {
        ...{ id, roomId, name: 'mine.txt', type: 'text/plain', sizeBytes: 3, createdAt: at },
        address: `https://vicinity.example/api/v1/files/${id}`,
      },
    ]);
  });
});
