import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { seedSpace } from '../testing/seed.ts';
import { newFile, newMessage, seedChatroom } from '../testing/seedChat.ts';
import { asJson, at, hostileTexts, type StoreOf, unknownId } from './common.ts';

/** A room with one member. The sweep looks at all rooms, so each test has storage keys of its own. */
async function place(store: StoreOf) {
  const { space, people } = await seedSpace(store());
  const { owner: alice } = people;
  const room = await seedChatroom(store(), space.id, [{ userId: alice.id, role: 'owner' }]);
  return { alice, room, spaceId: space.id, files: store().chatFiles };
}

export function chatFilesContract(store: StoreOf): void {
  describe('files of chatrooms', () => {
    it('are added and found', async () => {
      const { room, alice, files } = await place(store);
      const file = newFile(room.id, alice.id, { type: 'image/png', width: 640, height: 480, durationMs: 1 });
      await files.add(file);
      expect(asJson(await files.find(file.id))).toEqual(file);
      expect(await files.find(unknownId())).toBeNull();
      expect(await files.uploadedBy(alice.id)).toEqual([file]);
      expect(await files.uploadedBy(unknownId())).toEqual([]);
    });

    it('are of rooms and people who exist', async () => {
      const { room, alice, files } = await place(store);
      await expect(files.add(newFile(unknownId(), alice.id))).rejects.toThrow();
      await expect(files.add(newFile(room.id, unknownId()))).rejects.toThrow();
    });

    it.each(hostileTexts)('may be called %j', async (name) => {
      const { room, alice, files } = await place(store);
      const file = newFile(room.id, alice.id, { name });
      await files.add(file);
      expect(await files.find(file.id)).toMatchObject({ name });
    });

    it('are swept away when they were never sent', async () => {
      const { room, alice, files } = await place(store);
      const old = newFile(room.id, alice.id, { createdAt: at(-10) });
      const recent = newFile(room.id, alice.id, { createdAt: at(10) });
      for (const file of [old, recent]) await files.add(file);
      const { orphanedKeys } = asJson(await files.sweep(at(0)));
      expect(orphanedKeys).toContain(old.storageKey);
      expect(orphanedKeys).not.toContain(recent.storageKey);
      expect(await files.uploadedBy(alice.id)).toEqual([recent]);
      expect((await files.sweep(at(0))).orphanedKeys).not.toContain(old.storageKey);
    });

    it('keep bytes that another file has too', async () => {
      const { room, alice, files } = await place(store);
      const old = newFile(room.id, alice.id, { createdAt: at(-10) });
      const { storageKey } = old;
      const twin = newFile(room.id, alice.id, { createdAt: at(10), storageKey });
      for (const file of [old, twin]) await files.add(file);
      expect((await files.sweep(at(0))).orphanedKeys).not.toContain(storageKey);
      expect((await files.sweep(at(20))).orphanedKeys.filter((key) => key === storageKey)).toHaveLength(1);
    });

    it('stay with their message, and go when it is deleted', async () => {
      const { room, alice, files } = await place(store);
      const file = newFile(room.id, alice.id, { createdAt: at(-10) });
      await files.add(file);
      const message = newMessage(room.id, alice.id, { type: 'file', fileId: file.id });
      expect(await store().chatLog.append([message])).toMatchObject([{ ok: true, isNew: true }]);
      expect(await files.find(file.id)).toEqual({ ...file, messageId: message.id });
      expect((await files.sweep(at(0))).orphanedKeys).not.toContain(file.storageKey);
      const deletion = { kind: 'delete', messageId: message.id } as const;
      const by = { roomId: room.id, userId: alice.id, clientId: uuidv7(), at: at(0) };
      expect(await store().chatLog.append([{ ...by, ...deletion }])).toMatchObject([{ ok: true }]);
      expect(await files.find(file.id)).toBeNull();
      expect(await files.uploadedBy(alice.id)).toEqual([]);
      expect((await files.sweep(at(0))).orphanedKeys).toContain(file.storageKey);
    });

    it('go with their room', async () => {
      const { room, alice, files, spaceId } = await place(store);
      const other = await seedChatroom(store(), spaceId, []);
      const file = newFile(room.id, alice.id, { createdAt: at(10) });
      const shared = newFile(room.id, alice.id, { createdAt: at(10) });
      const twin = newFile(other.id, alice.id, { createdAt: at(10), storageKey: shared.storageKey });
      for (const each of [file, shared, twin]) await files.add(each);
      await store().chatLog.append([newMessage(room.id, alice.id, { type: 'file', fileId: file.id })]);
      expect(await store().chatrooms.remove(room.id)).toEqual({ orphanedKeys: [file.storageKey] });
      expect(await files.find(file.id)).toBeNull();
      expect(await files.uploadedBy(alice.id)).toEqual([twin]);
      const { orphanedKeys } = await files.sweep(at(0));
      expect(orphanedKeys).toContain(file.storageKey);
      expect(orphanedKeys).not.toContain(shared.storageKey);
      const unused = await files.unusedAmong([file.storageKey, shared.storageKey, file.storageKey]);
      expect(unused).toEqual([file.storageKey]);
      expect(await store().chatrooms.find(room.id)).toBeNull();
      expect(await store().chatrooms.members(room.id)).toEqual([]);
      expect(await store().chatLog.messagesBefore(room.id, null, 9)).toEqual([]);
      expect(await store().chatrooms.remove(room.id)).toEqual({ orphanedKeys: [] });
    });
  });
}
