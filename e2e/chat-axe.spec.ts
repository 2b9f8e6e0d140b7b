import { violationsOf } from './support/axe.ts';
import { Chat, chatWindow } from './support/Chat.ts';
import { hostWindow } from './support/host.ts';
import { expect, test } from './support/scenario.ts';
import { foundTalk } from './support/talk.ts';

/** A menu and the emoji belong to their buttons and lie over everything: that they stand in no landmark is no fault. */
const overlaid = ['region'];

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
