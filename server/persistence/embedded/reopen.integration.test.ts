import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, it, onTestFinished } from 'vitest';
import { silentLogger } from '../../observability/Logger.ts';
import { openStore } from '../openStore.ts';
import { newMessage } from '../testing/seedChat.ts';
import { newAct, seedTalk, writeAll } from '../testing/seedLog.ts';

it('gives a message that is sent again after a restart its first answer, and goes on counting', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vicinity-reopen-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const open = () => openStore({ databaseUrl: null, dataDir, role: 'all', logger: silentLogger });

  const before = await open();
  const { room, alice } = await seedTalk(before);
  const draft = newMessage(room.id, alice.id);
  const reaction = newAct({ id: draft.id, roomId: room.id }, alice.id, {
    kind: 'react',
    emoji: '👍',
    isOn: true,
  });
  await writeAll(before, [draft, reaction]);
  const log = await before.chatLog.entriesAfter(room.id, 0, 9);
  await before.close();

  const after = await open();
  onTestFinished(() => after.close());
  const answers = await after.chatLog.append([{ ...draft, id: uuidv7() }, reaction]);
  expect(answers.map((answer) => answer.ok && answer.entry)).toEqual(log);
  expect(answers.map((answer) => answer.ok && answer.isNew)).toEqual([false, false]);
  const [next] = await writeAll(after, [newMessage(room.id, alice.id)]);
  expect(next?.seq).toBe(3);
});
