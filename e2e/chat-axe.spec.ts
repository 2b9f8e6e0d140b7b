import type { Locator } from '@playwright/test';
import { violationsOf } from './support/axe.ts';
import { Chat, chatWindow } from './support/Chat.ts';
import { hostWindow } from './support/host.ts';
import { Keyboard } from './support/Keyboard.ts';
import { expect, test } from './support/scenario.ts';
import { foundTalk } from './support/talk.ts';

/** A menu and the emoji belong to their buttons and lie over everything: that they stand in no landmark is no fault. */
const overlaid = ['region'];

/** More stops than lie between the field and the first message. */
const stopsMost = 20;

test('axe finds nothing in the chat, by day and by night: page, thread, search, emoji, menu and panel', async ({
  server,
  invite,
}) => {
  const talk = await foundTalk(server);
  const first = await talk.general.say(talk.alice, 'Good **morning**, see https://example.org/a');
  await talk.general.say(talk.bob, '> tea?\n\n```\nyes\n```', { replyTo: first });
  const gone = await talk.general.say(talk.bob, 'nobody is to read this');
  await talk.general.must(talk.bob, 'DELETE', `/messages/${gone}`, 200);
  await talk.general.must(talk.alice, 'PUT', `/messages/${first}/pin`, 200);
  await talk.general.must(talk.bob, 'PUT', `/messages/${first}/reactions/${encodeURIComponent('👍')}`, 200);
  const person = await invite('Alice', { viewport: chatWindow });
  await person.signIn(server, talk.alice);
  const alice = await Chat.open(person, server, talk.spaceId);
  const { page } = person;
  const look = async (what: string, without: readonly string[] = []): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect.soft(await violationsOf(page, without), `${what}, ${colorScheme}`).toEqual([]);
    }
  };

  await expect(alice.message('morning')).toBeVisible();
  await look('page');
  await alice.message('morning').hover();
  await alice.message('morning').getByRole('button', { name: 'More', exact: true }).click();
  await look('menu of a message', overlaid);
  await page.keyboard.press('Escape');
  await alice.message('morning').getByRole('button', { name: '1 answer' }).click();
  await expect(alice.thread.getByRole('article')).toHaveCount(2);
  await look('thread');
  await page.getByRole('button', { name: 'Close the thread' }).click();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Words' }).fill('morning');
  await expect(page.getByRole('status').filter({ hasText: '1 message' })).toBeVisible();
  await page.getByRole('button', { name: /^Filters/ }).click();
  await look('search');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Emoji', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Find an emoji' }).fill('tea');
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  await look('emoji', overlaid);
  await page.keyboard.press('Escape');

  await page.setViewportSize(hostWindow);
  await person.enterSpace(server.url, talk.spaceId);
  await page.keyboard.press('c');
  await expect(alice.message('morning')).toBeVisible();
  await look('panel beside the map');
});

test('Bob writes, edits, reacts, answers and deletes by the keyboard alone', async ({ server, invite }) => {
  const talk = await foundTalk(server);
  await talk.general.say(talk.alice, 'Who has the key?');
  const person = await invite('Bob', { viewport: chatWindow });
  await person.signIn(server, talk.bob);
  const bob = await Chat.open(person, server, talk.spaceId);
  const keys = new Keyboard(person.page);
  const { keyboard } = person.page;

  await keys.tabTo(bob.field);
  await keyboard.type('I have itt');
  await keyboard.press('Enter');
  await bob.hasSentAll();
  await keyboard.press('ArrowUp');
  await expect(person.page.getByText('Edit your message')).toBeVisible();
  await keyboard.press('Backspace');
  await keyboard.press('Enter');
  await expect(bob.message('I have it').getByText('edited', { exact: true })).toBeVisible();
  await expect(bob.field).toBeFocused();

  await toMessage(bob, 'Who has the key?');
  await keys.press(bob.message('Who has the key?').getByRole('button', { name: 'React', exact: true }));
  const search = person.page.getByRole('searchbox', { name: 'Find an emoji' });
  await expect(search).toBeFocused();
  await keyboard.type('unicorn');
  await expect(person.page.getByRole('gridcell', { name: 'unicorn', exact: true })).toBeVisible();
  await keyboard.press('Enter');
  await expect(search).toBeHidden();
  await expect(bob.message('Who has the key?').getByRole('button', { name: /^🦄 from You$/ })).toBeVisible();

  await toMessage(bob, 'Who has the key?');
  await keyboard.press('r');
  await expect(person.page.getByText('Reply to Alice')).toBeVisible();
  await keyboard.type('Ask me');
  await keyboard.press('Enter');
  await expect(bob.message('Ask me').getByRole('button', { name: /^In reply to Alice/ })).toBeVisible();
  await toMessage(bob, 'Who has the key?');
  await keyboard.press('t');
  await expect(bob.thread.getByRole('article')).toHaveCount(2);
  await keys.press(person.page.getByRole('button', { name: 'Close the thread' }));

  await toMessage(bob, 'Ask me');
  await keyboard.press('Delete');
  const question = person.page.getByRole('alertdialog', { name: 'Delete this message?' });
  await keys.press(question.getByRole('button', { name: 'Delete', exact: true }));
  await expect(bob.log.getByText('This message was deleted')).toBeVisible();
  await expect(person.page.locator('body'), 'the focus is not lost').not.toBeFocused();
  expect((await talk.general.latest(talk.alice)).map(({ content }) => content)).toEqual([
    'Who has the key?',
    'I have it',
    '',
  ]);
});

/** Goes back to the list by Shift and Tab, then up or down it by the arrows until a message has the focus. */
async function toMessage(chat: Chat, words: string): Promise<void> {
  const { log } = chat;
  const { keyboard } = chat.page;
  const isInList = () => log.evaluate((list) => list.contains(document.activeElement));
  for (let stops = 0; stops < stopsMost && !(await isInList()); stops += 1) await keyboard.press('Shift+Tab');
  const goal = chat.message(words);
  await keyboard.press('End');
  // The list scrolls before it moves the focus.
  await expect(log.getByRole('article').last()).toBeFocused();
  for (let steps = 0; steps < stopsMost && !(await isFocused(goal)); steps += 1) {
    const before = await chat.page.evaluateHandle(() => document.activeElement);
    await keyboard.press('ArrowUp');
    await expect.poll(() => before.evaluate((element) => element !== document.activeElement)).toBe(true);
    await before.dispose();
  }
  await expect(goal).toBeFocused();
}

const isFocused = (goal: Locator): Promise<boolean> =>
  goal.evaluate((element) => element === document.activeElement);
