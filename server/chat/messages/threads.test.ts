import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { MessagePage } from '#lib/protocol/chat/views.ts';
import { newMessage } from '../../persistence/testing/seedChat.ts';
import { say, writeAll } from '../../persistence/testing/seedLog.ts';
import type { ChatHarness } from '../testing/chatHarness.ts';
import { start } from '../testing/startForTest.ts';

interface Asker {
  readonly userId: string;
  readonly roomId: string;
  readonly messageId: string;
}

/** All pages of a thread, each asked for after the last message of the one before. */
async function readAll({ ask }: ChatHarness, { userId, ...input }: Asker): Promise<MessagePage[]> {
  const pages: MessagePage[] = [];
  for (let afterSeq = 0; ; ) {
    const page = await ask('read-thread', userId, { ...input, afterSeq });
    pages.push(page);
    if (!page.hasNewer) return pages;
    afterSeq = page.messages.at(-1)?.seq ?? Number.NaN;
  }
}

const contents = (pages: readonly MessagePage[]) =>
  pages.flatMap(({ messages }) => messages.map(({ content }) => content));

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

/** A room of Olga and Max with a thread of this many answers by him, and other talk between them. */
async function beginThread(answers: number) {
  const chat = await start();
  const { owner, member } = chat.people;
  const roomId = await chat.room([owner.id, member.id]);
  const first = await say(chat.store, roomId, owner.id, { content: 'first' });
  const drafts = numbered(answers).flatMap((content) => [
    newMessage(roomId, member.id, { content, replyTo: first.id }),
    newMessage(roomId, owner.id, { content: 'beside it' }),
  ]);
  await writeAll(chat.store, drafts);
  return { chat, owner, member, roomId, first };
}

describe('a thread', () => {
  it('of 250 answers is read in two pages, without a gap or a double', async () => {
    const { chat, owner, roomId, first } = await beginThread(250);
    const pages = await readAll(chat, { userId: owner.id, roomId, messageId: first.id });
    expect(contents(pages)).toEqual(['first', ...numbered(250)]);
    expect(pages).toMatchObject([
      { hasOlder: false, hasNewer: true, lastSeq: 501, quoted: [] },
      { hasOlder: true, hasNewer: false, lastSeq: 501, quoted: [{ id: first.id }] },
    ]);
    expect(pages.map(({ messages }) => messages.length)).toEqual([200, 51]);
  });

  it('is the same one from each of its messages', async () => {
    const { chat, member, roomId, first } = await beginThread(3);
    const [, answer] = await chat.store.chatLog.messagesAfter(roomId, 0, 2);
    const asker = { userId: member.id, roomId };
    const fromFirst = await readAll(chat, { ...asker, messageId: first.id });
    expect(await readAll(chat, { ...asker, messageId: answer?.id ?? '' })).toEqual(fromFirst);
  });

  it.each([
    [199, [false]],
    [200, [true, false]],
  ])('of %i answers says rightly whether more follow', async (answers, hasNewer) => {
    const { chat, owner, roomId, first } = await beginThread(answers);
    const pages = await readAll(chat, { userId: owner.id, roomId, messageId: first.id });
    expect(pages.map((page) => page.hasNewer)).toEqual(hasNewer);
  });

  it('has full pages for who does not see hundreds of its messages', async () => {
    const { chat, owner, member, roomId, first } = await beginThread(250);
    const last = await say(chat.store, roomId, owner.id, { content: 'last', replyTo: first.id });
    const createdAt = new Date().toISOString();
    await chat.store.blocks.put({ userId: owner.id, blockedId: member.id, createdAt });
    await chat.chat.heed({ kind: 'blocks-changed', userId: owner.id });
    const pages = await readAll(chat, { userId: owner.id, roomId, messageId: last.id });
    expect(contents(pages)).toEqual(['first', 'last']);
    expect(pages).toMatchObject([{ hasOlder: false, hasNewer: false }]);
  });

  it('of a bubble begins where somebody came, and is read in pages too', async () => {
    const chat = await start();
    const { owner, member } = chat.people;
    const roomId = uuidv7();
    const bubble = (...userIds: string[]) =>
      chat.chat.bubblesChanged(chat.space.id, [{ id: roomId, userIds }]);
    bubble(owner.id);
    const send = (message: string, replyTo: string | null) =>
      chat.ask('send-message', owner.id, { roomId, message, replyTo });
    const first = await send('first', null);
    await send('before', first.id);
    bubble(owner.id, member.id);
    for (const answer of numbered(205)) await send(answer, first.id);
    const [own, theirs] = [owner.id, member.id].map((userId) => ({ userId, roomId, messageId: first.id }));
    if (own === undefined || theirs === undefined) throw new Error('There are two of them.');
    expect(contents(await readAll(chat, own))).toEqual(['first', 'before', ...numbered(205)]);
    const pages = await readAll(chat, theirs);
    expect(contents(pages)).toEqual(numbered(205));
    expect(pages.map(({ hasOlder, hasNewer }) => [hasOlder, hasNewer])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('that nobody began is none', async () => {
    const { chat, owner, roomId } = await beginThread(0);
    const asking = chat.ask('read-thread', owner.id, { roomId, messageId: uuidv7() });
    await expect(asking).rejects.toMatchObject({ code: 'not_found' });
  });
});
