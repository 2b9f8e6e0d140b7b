import type { Page } from '@playwright/test';
import { ChatApi, Chatter, chatUrl } from './support/chatRooms.ts';
import { news } from './support/forms.ts';
import { expect, pageWindow, test } from './support/scenario.ts';
import { foundCompany } from './support/world.ts';

/** A term of the filter list, put on it but not saved yet. */
async function addTerm(page: Page, term: string, action: 'Report' | 'Refuse'): Promise<void> {
  await page.getByLabel('Word or words').fill(term);
  await page.getByRole('radio', { name: action, exact: true }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('row').filter({ hasText: term }).waitFor();
}

test('Gus reports what Max wrote; Mona mutes him, deletes it everywhere, and gives him his voice back', async ({
  server,
  invite,
}) => {
  const company = await foundCompany(server);
  const { api, spaceId } = company;
  const byMax = new ChatApi(api, company.max, spaceId);
  const general = await byMax.general();
  const gus = await Chatter.arrive(invite, server, await api.makeGuest('Gus'), { spaceId });
  const max = await Chatter.arrive(invite, server, company.max, { spaceId });
  await max.say('Gus is a silly goose');

  await gus.choose('silly goose', 'Report…');
  const report = gus.page.getByRole('alertdialog', { name: 'Report this message?' });
  await report.getByLabel(/^What is wrong with it/).fill('It is about me');
  await report.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(gus.page.getByText('Thank you for telling')).toBeVisible();

  const mona = await invite('Mona', { viewport: pageWindow });
  await mona.signIn(server, company.mona);
  await mona.page.goto(`${server.url}/space/${spaceId}/settings/reports`);
  const item = mona.page.getByRole('listitem').filter({ hasText: 'Gus is a silly goose' });
  await expect(item).toContainText('Reported by Gus. “It is about me”');
  await item.getByRole('button', { name: 'Actions for Max' }).click();
  await mona.page.getByRole('menuitem', { name: 'Mute in the chat' }).click();
  const mute = mona.page.getByRole('alertdialog', { name: 'Mute Max in the chat?' });
  await mute.getByLabel(/^Reason/).fill('Calling names');
  await mute.getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(news(mona.page, 'Max is muted in the chat')).toBeVisible();
  await item.getByRole('button', { name: 'Delete message' }).click();
  await mona.page.getByRole('alertdialog').getByRole('button', { name: 'Delete message' }).click();
  await expect(mona.page.getByText('Nothing to look at')).toBeVisible();
  for (const person of [gus, max]) {
    await expect(person.log.getByText('This message was deleted')).toBeVisible();
    await expect(person.log.getByText('silly goose')).toHaveCount(0);
  }
  const { messages } = await byMax.messages(general);
  expect(messages).toMatchObject([{ content: '', deletedAt: expect.any(String) }]);
  expect(await byMax.found('goose')).toBe(0);

  await expect(max.page.getByText('A moderator has taken your voice in this chat for now')).toBeVisible();
  await expect(max.field).toHaveCount(0);
  const muted = { status: 403, body: { code: 'muted' } };
  const words = { chatroomId: general, message: 'Let me explain' };
  expect(await byMax.ask('POST', '/messages', words)).toMatchObject(muted);
  const room = { roomid: spaceId, name: 'Free speech' };
  expect(await byMax.ask('POST', '/chatroom/create', room)).toMatchObject(muted);

  await mona.page.goto(`${server.url}/space/${spaceId}/settings/chat-mutes`);
  await expect(mona.page.getByRole('row').filter({ hasText: 'Max' })).toContainText('Calling names');
  await mona.page.getByRole('button', { name: 'Let Max write again' }).click();
  await expect(news(mona.page, 'Max may write again')).toBeVisible();
  await max.say('But it was a joke');
  await expect(gus.message('But it was a joke')).toBeVisible();
});

test('filtered words, earlier versions and a kick, and all of it in the history and the figures', async ({
  server,
  invite,
}) => {
  const company = await foundCompany(server);
  const { api, spaceId } = company;
  const settings = `${server.url}/space/${spaceId}/settings`;
  const adam = await invite('Adam', { viewport: pageWindow });
  await adam.signIn(server, company.adam);
  await adam.page.goto(`${settings}/chat-filters`);
  await addTerm(adam.page, 'rutabaga', 'Refuse');
  await addTerm(adam.page, 'parsnip', 'Report');
  await adam.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(news(adam.page, 'The list is saved')).toBeVisible();

  const byMona = new ChatApi(api, company.mona, spaceId);
  const byMax = new ChatApi(api, company.max, spaceId);
  const garden = await byMona.makeRoom('Garden');
  await byMax.join(garden);
  const max = await Chatter.arrive(invite, server, company.max, { spaceId, roomId: garden });
  const mona = await Chatter.arrive(invite, server, company.mona, { spaceId, roomId: garden });
  await max.field.fill('Nothing but RÚTABAGA today');
  await max.field.press('Enter');
  await expect(max.page.getByText(/This space does not take some of these words/)).toBeVisible();
  await max.page.getByRole('button', { name: 'Throw away' }).click();
  const hidden = { chatroomId: garden, message: 'ruta\u200dbaga' };
  expect(await byMax.ask('POST', '/messages', hidden)).toMatchObject({ body: { code: 'filtered' } });
  await max.say('A parsnip then');
  await expect(mona.message('A parsnip then')).toBeVisible();

  await max.choose('A parsnip then', 'Edit');
  const editing = max.page.getByRole('textbox', { name: /^Write in/ });
  await editing.fill('A carrot then');
  await editing.press('Enter');
  await expect(mona.message('A carrot then')).toContainText('edited');
  await mona.choose('A carrot then', 'Earlier versions');
  const versions = mona.page.getByRole('dialog', { name: 'What it said' });
  await expect(versions.getByRole('listitem')).toHaveCount(2);
  await expect(versions.getByRole('listitem').first()).toContainText('A parsnip then');
  await expect(versions.getByRole('listitem').last()).toContainText('A carrot then');
  await versions.getByRole('button', { name: 'Close' }).click();
  await max.message('A carrot then').hover();
  await max.message('A carrot then').getByRole('button', { name: 'More', exact: true }).click();
  const menu = max.page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: 'Earlier versions' })).toHaveCount(0);
  await max.page.keyboard.press('Escape');
  const { messages } = await byMax.messages(garden);
  const revisions = `/chatroom/${garden}/messages/${messages[0]?.id}/revisions`;
  expect(await byMax.ask('GET', revisions)).toMatchObject({ status: 403, body: { code: 'forbidden' } });

  await mona.fromRoomMenu('Garden', 'Members');
  await mona.page.getByRole('dialog').getByRole('button', { name: 'Take Max out' }).click();
  await mona.page.getByRole('alertdialog').getByRole('button', { name: 'Take out', exact: true }).click();
  await expect(max.page.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
  await max.openRoom('General');
  await max.say('Hello from General');

  await mona.page.goto(`${settings}/reports`);
  const item = mona.page.getByRole('listitem').filter({ hasText: 'A parsnip then' });
  await expect(item).toContainText('The word filter met “parsnip”.');
  await item.getByRole('button', { name: 'Let it stand' }).click();
  await expect(mona.page.getByText('Nothing to look at')).toBeVisible();
  await mona.page.goto(`${settings}/activity`);
  await expect(mona.page.getByRole('heading', { name: 'Messages by day' })).toBeVisible();
  await expect(mona.page.getByRole('definition').first()).toHaveText('2');
  const ranks = mona.page.getByRole('list', { name: 'Most active chatrooms' });
  await expect(ranks.getByRole('listitem')).toHaveText([/1 message · 1 person$/, /1 message · 1 person$/]);
  await mona.page.getByText('As a table: Messages by hour').click();
  await expect(mona.page.getByRole('table', { name: 'Messages by hour' }).getByRole('row')).toHaveCount(25);

  await adam.page.goto(`${settings}/audit`);
  const lines = adam.page.getByRole('listitem');
  const told = [
    'Adam changed the filtered words of the chat',
    'Mona made the chatroom “Garden”',
    'Mona took Max out of the chatroom “Garden”',
    'Mona let a reported message of Max stand',
  ];
  for (const words of told) await expect(lines.filter({ hasText: words })).toHaveCount(1);
  await max.page.goto(chatUrl(server, spaceId, garden));
  await expect(max.message('A carrot then')).toBeVisible();
  await expect(max.page.getByText('You can read here, but not write.')).toBeVisible();
});
