import type { Page } from '@playwright/test';
import { cardOf, fillAndPress, fromCardMenu, leave, news } from './support/forms.ts';
import { enterAs } from './support/host.ts';
import { expect, pageWindow, test } from './support/scenario.ts';
import { apiOf, foundCompany } from './support/world.ts';

const titleOf = (page: Page) => page.getByRole('heading', { level: 1 });

test('Olga makes a space of a map by a double press and has one; she edits and copies it', async ({
  server,
  invite,
}) => {
  const api = apiOf(server);
  const account = await api.makeAccount('Olga');
  const olga = await invite('Olga', { viewport: pageWindow });
  await olga.signIn(server, account);
  const { page } = olga;
  await page.goto(`${server.url}/spaces`);
  await page.getByRole('link', { name: 'New space' }).click();
  await page.getByRole('radio', { name: 'Garden cabin' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Harbour East');
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue('harbour-east');
  await page.getByRole('button', { name: 'Create space' }).dblclick();
  await page.waitForURL(`${server.url}/space/harbour-east`);
  const mine = await api.must<{ items: { map: { id: string } }[] }>(200, 'GET', '/me/spaces', {
    cookie: account.cookie,
  });
  expect(mine.items.map(({ map }) => map.id)).toEqual(['cabin']);

  await page.goto(`${server.url}/space/harbour-east/settings/general`);
  await fillAndPress(page, { Name: 'Harbour West' }, 'Save');
  await expect(news(page, 'Saved')).toBeVisible();
  await expect(titleOf(page)).toHaveText('Harbour West');

  await page.goto(`${server.url}/spaces`);
  await fromCardMenu(page, 'Harbour West', 'Duplicate');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the copy').fill('Harbour South');
  await dialog.getByRole('button', { name: 'Make the copy' }).click();
  await expect(news(page, 'Harbour South is ready')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('Olga archives, opens again, deletes and takes it back by the toast', async ({ server, invite }) => {
  const api = apiOf(server);
  const account = await api.makeAccount('Olga');
  await api.makeSpace(account, { name: 'Harbour' });
  const olga = await invite('Olga', { viewport: pageWindow });
  await olga.signIn(server, account);
  const { page } = olga;
  await page.goto(`${server.url}/spaces`);

  await fromCardMenu(page, 'Harbour', 'Archive');
  await expect(news(page, 'Harbour is archived')).toBeVisible();
  await expect(cardOf(page, 'Harbour')).toBeHidden();
  await page.getByRole('link', { name: 'Archived' }).click();
  await cardOf(page, 'Harbour').getByRole('button', { name: 'Open again' }).click();
  await expect(news(page, 'Harbour is back')).toBeVisible();
  await expect(cardOf(page, 'Harbour')).toBeHidden();

  await page.getByRole('link', { name: 'Active' }).click();
  await fromCardMenu(page, 'Harbour', 'Delete');
  await expect(cardOf(page, 'Harbour')).toBeHidden();
  await news(page, 'Harbour is deleted').getByRole('button', { name: 'Undo' }).click();
  await expect(news(page, 'Harbour is back')).toBeVisible();
  await expect(cardOf(page, 'Harbour')).toBeVisible();

  await page.goto(`${server.url}/spaces?state=deleted`);
  await expect(page.getByText('Nothing is deleted')).toBeVisible();
});

test('Mallory is a stranger to four spaces, each shut in its own way', async ({ server, invite }) => {
  const api = apiOf(server);
  const olga = await api.makeAccount('Olga');
  const make = (name: string, visibility: string, more: object = {}) =>
    api.makeSpace(olga, { name, slug: name.toLowerCase(), visibility, ...more });
  await make('Market', 'public');
  await make('Corner', 'unlisted');
  await make('Cellar', 'invite');
  await make('Attic', 'password', { password: 'wintergreen' });
  const { page } = await invite('Mallory', { viewport: pageWindow });

  await page.goto(server.url);
  await expect(page.getByRole('link', { name: 'Market' })).toBeVisible();
  for (const hidden of ['Corner', 'Cellar', 'Attic']) {
    await expect(page.getByRole('link', { name: hidden })).toHaveCount(0);
  }
  for (const open of ['Market', 'Corner']) {
    await page.goto(`${server.url}/space/${open.toLowerCase()}`);
    await expect(page.getByRole('button', { name: /^Enter/ })).toBeVisible();
  }

  const look = async (slug: string) => {
    const answer = await page.goto(`${server.url}/space/${slug}`);
    await expect(titleOf(page)).toHaveText('There is no such place, or you need to be invited');
    return [answer?.status(), await page.title(), await page.getByRole('main').textContent()];
  };
  expect(await look('cellar')).toEqual(await look('no-such-place'));

  await page.goto(`${server.url}/space/attic`);
  await expect(titleOf(page)).toHaveText('Attic');
  await fillAndPress(page, { 'Your name': 'Mallory', Password: 'summergreen' }, 'Go on');
  await expect(page.getByText('This is not the password.')).toBeVisible();
  await fillAndPress(page, { Password: 'wintergreen' }, 'Go on');
  await expect(page.getByRole('button', { name: /^Enter/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Enter/ })).toBeVisible();
});

test('a space for one: Bob waits until Ann leaves, and the door opens by itself for Carol', async ({
  server,
  invite,
}) => {
  const api = apiOf(server);
  const olga = await api.makeAccount('Olga');
  const space = await api.makeSpace(olga, { name: 'Booth', capacity: 1 });
  const [ann, bob, carol] = [await invite('Ann'), await invite('Bob'), await invite('Carol')];
  await bob.page.goto(`${server.url}/space/${space}`);
  await bob.page.getByLabel('Your name').fill('Bob');
  await ann.enterSpace(server.url, space);

  await bob.page.getByRole('button', { name: /^Enter/ }).click();
  await expect(bob.page.getByRole('heading', { name: 'Booth is full' })).toBeVisible();
  await carol.page.goto(`${server.url}/space/${space}`);
  await expect(carol.page.getByRole('heading', { name: 'Booth is full' })).toBeVisible();
  await leave(ann.page);
  await bob.isLive();
  await leave(bob.page);
  await carol.goThroughDoor();
});

test('Olga locks her space: who is inside stays, Gus waits at the door and it opens by itself', async ({
  server,
  invite,
}) => {
  const { olga: account, max: maxAccount, spaceId } = await foundCompany(server);
  const max = await enterAs(invite, server, maxAccount, spaceId);
  const olga = await invite('Olga', { viewport: pageWindow });
  await olga.signIn(server, account);
  await olga.page.goto(`${server.url}/space/${spaceId}/settings/access`);
  const lock = olga.page.getByRole('switch', { name: 'Lock the door' });
  await lock.check();
  await expect(max.page.getByRole('button', { name: /^Lighthouse, locked/ })).toBeVisible();

  const gus = await invite('Gus');
  await gus.page.goto(`${server.url}/space/${spaceId}`);
  await expect(gus.page.getByRole('heading', { name: 'Lighthouse is locked' })).toBeVisible();
  await max.isLive();
  await lock.uncheck();
  await gus.goThroughDoor();
});
