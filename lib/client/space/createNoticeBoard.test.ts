import { expect, test } from 'vitest';
import { createMemorySession } from '../session/memorySession.ts';
import { announcementsMost, createNoticeBoard } from './createNoticeBoard.ts';
import { joinReply, mira } from './testing.ts';

const at = '2026-11-21T18:00:00.000Z';
const idOf = (nth: number) => `018f0000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

function setUp() {
  const memory = createMemorySession();
  const board = createNoticeBoard(memory.session);
  const announce = (nth: number) =>
    memory.server.send('/space', 'announcement', { id: idOf(nth), text: `words ${nth}`, by: mira, at });
  const texts = () => board.store.getState().announcements.map(({ text }) => text);
  return { ...memory, board, announce, texts };
}

test('1 announcements queue in order and each goes when it is put away', async () => {
  const { board, announce, texts, flush } = setUp();
  announce(1);
  announce(2);
  await flush();
  expect(texts()).toEqual(['words 1', 'words 2']);
  board.dismissAnnouncement(idOf(1));
  expect(texts()).toEqual(['words 2']);
});

test('2 the same announcement heard twice is shown once', async () => {
  const { announce, texts, flush } = setUp();
  announce(1);
  announce(1);
  await flush();
  expect(texts()).toEqual(['words 1']);
});

test('3 the queue has an end: the oldest gives way', async () => {
  const { announce, texts, flush } = setUp();
  for (let nth = 0; nth <= announcementsMost; nth += 1) announce(nth);
  await flush();
  expect(texts()).toHaveLength(announcementsMost);
  expect(texts()[0]).toBe('words 1');
});

test('4 the welcome of a first visit stays over a reconnect until it is put away', () => {
  const { board, join } = setUp();
  join(joinReply({ welcome: 'Shoes off\nplease' }));
  join(joinReply());
  expect(board.store.getState().welcome).toBe('Shoes off\nplease');
  board.dismissWelcome();
  expect(board.store.getState().welcome).toBeNull();
  board.showWelcome('again');
  expect(board.store.getState().welcome).toBe('again');
});

test('5 an empty welcome is none', () => {
  const { board, join } = setUp();
  join(joinReply({ welcome: ' \n' }));
  expect(board.store.getState().welcome).toBeNull();
});

test('6 every subscription ends', () => {
  const { board, subscriptionCount } = setUp();
  board.destroy();
  expect(subscriptionCount()).toBe(0);
});
