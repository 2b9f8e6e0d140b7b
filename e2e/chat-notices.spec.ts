import { Chat, chatWindow } from './support/Chat.ts';
import { ChatApi } from './support/chatRooms.ts';
import { clickNotice, installNoticeLog, lookAway, noticesShown } from './support/noticeLog.ts';
import { expect, test } from './support/scenario.ts';
import { foundTalk } from './support/talk.ts';
import { wishForNotices } from './support/world.ts';

test('Bob looks elsewhere: his browser tells him who mentions him, and a click brings him to the message', async ({
  server,
  invite,
}) => {
  const talk = await foundTalk(server);
  const direct = await new ChatApi(talk.api, talk.alice, talk.spaceId).directWith(talk.bob);
  await wishForNotices(talk.api, talk.bob);
  const person = await invite('Bob', { viewport: chatWindow });
  const { page } = person;
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(installNoticeLog);
  await person.signIn(server, talk.bob);
  const bob = await Chat.open(person, server, talk.spaceId, direct);

  await talk.general.say(talk.alice, 'First, @Bob', { mentions: [talk.bob.id] });
  await expect(page.getByText('First, @Bob').first()).toBeVisible();
  expect(await noticesShown(page), 'who looks at the page is told on the page alone').toEqual([]);

  await lookAway(page);
  await talk.general.say(talk.alice, 'Nobody in particular');
  await talk.general.say(talk.alice, 'Is it you, @Bob?', { mentions: [talk.bob.id] });
  await expect.poll(() => noticesShown(page)).toHaveLength(1);
  const [notice] = await noticesShown(page);
  expect(notice?.title).toContain('Alice');
  expect(notice?.body).toBe('Is it you, @Bob?');
  await clickNotice(page);
  await expect(bob.message('Is it you')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'General', level: 2, exact: true })).toBeVisible();
  talk.api.close();
});
