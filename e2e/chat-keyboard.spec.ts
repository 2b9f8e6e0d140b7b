import type { Locator } from '@playwright/test';
import { Chat, chatWindow } from './support/Chat.ts';
import { Keyboard } from './support/Keyboard.ts';
import { expect, test } from './support/scenario.ts';
import { foundTalk } from './support/talk.ts';

/** More stops than lie between the field and the first message. */
const stopsMost = 20;

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
  await expect(bob.message('Who has the key?'), 'the thread gives the focus back').toBeFocused();

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
