import { describe, expect, it } from 'vitest';
import { say, seedTalk } from '../testing/seedLog.ts';
import { chatLogChangesContract } from './chatLogChanges.ts';
import { chatLogReadsContract } from './chatLogReads.ts';
import { chatLogSearchContract } from './chatLogSearch.ts';
import { chatLogWritesContract } from './chatLogWrites.ts';
import { at, type StoreOf } from './common.ts';

const _edit = (content: string) => ({ kind: 'edit' as const, content, mentions: [] });
const _react = (emoji: string, isOn = true) => ({ kind: 'react' as const, emoji, isOn });
const _pin = (isOn: boolean) => ({ kind: 'pin' as const, isOn });
const _deletion = { kind: 'delete' as const };

export function chatLogContract(store: StoreOf): void {
  describe('the chat log', () => {
    chatLogWritesContract(store);
    chatLogChangesContract(store);
    chatLogReadsContract(store);
    chatLogSearchContract(store);

    it('goes with its space', async () => {
      const { spaceId, room, alice } = await seedTalk(store());
      await say(store(), room.id, alice.id);
      await store().spaces.update(spaceId, { deletedAt: at(-1) }, null);
      await store().spaces.purge(at(0));
      expect(await store().chatLog.lastSeq(room.id)).toBe(0);
      expect(await store().chatLog.entriesAfter(room.id, 0, 9)).toEqual([]);
      const mine = await store().chatLog.writtenBy(alice.id, { limit: 9, after: null });
      expect(mine.items).toEqual([]);
    });
  });
}
