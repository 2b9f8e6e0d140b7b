import type { Page } from '@playwright/test';
import { testPassword } from '../server/testing/RunningApi.ts';
import { chooseOption, complaint, fillAndPress, news } from './support/forms.ts';
import { linkAfter } from './support/letters.ts';
import { expect, pageWindow, test } from './support/scenario.ts';
import { startServer } from './support/server.ts';
import { foundCompany } from './support/world.ts';

const noGood = (page: Page) => page.getByRole('heading', { name: 'This invitation is no longer good' });

test('Olga makes a link for one moderator: Nora takes it, and it is used up', async ({ server, invite }) => {
  const { api, olga: account, spaceId } = await foundCompany(server, { visibility: 'invite' });
  const [olga, nora, gus] = [
    await invite('Olga', { viewport: pageWindow }),
    await invite('Nora'),
    await invite('Gus'),
  ];
  await olga.signIn(server, account);
  await nora.signIn(server, await api.makeAccount('Nora'));
  await olga.page.goto(`${server.url}/space/${spaceId}/settings/invitations`);
  await chooseOption(olga.page, 'They come as', 'Moderator');
  await chooseOption(olga.page, 'How often', 'Once');
  await olga.page.getByRole('button', { name: 'Make the link' }).click();
  const link = await olga.page.getByRole('textbox', { name: 'Invite link' }).inputValue();

  await expect(olga.page.getByText('0 of 1 used')).toBeVisible();

  await nora.page.goto(link);
  await expect(nora.page.getByText('Olga invites you to')).toBeVisible();
  await expect(nora.page.getByText('You come as a moderator.')).toBeVisible();
  await nora.page.getByRole('button', { name: 'Accept and go in' }).click();
  await nora.goThroughDoor();
  await nora.isIn('moderator');

  await gus.page.goto(link);
  await expect(noGood(gus.page)).toBeVisible();
  await olga.page.reload();
  await expect(olga.page.getByText('used once').first()).toBeVisible();
  await expect(olga.page.getByText('of 1 used')).toHaveCount(0);
});

test('Olga invites by mail: Gus follows the link and comes as a guest by his name alone', async ({
  server,
  invite,
}) => {
  const { olga: account, spaceId } = await foundCompany(server, { visibility: 'invite' });
  const [olga, gus] = [await invite('Olga', { viewport: pageWindow }), await invite('Gus')];
  await olga.signIn(server, account);
  await olga.page.goto(`${server.url}/space/${spaceId}/settings/invitations`);
  await olga.page.getByRole('radio', { name: 'An email' }).click();
  const link = await linkAfter(server, 'invite', async () => {
    await fillAndPress(olga.page, { 'Email address': 'gus@example.org' }, 'Send the invitation');
    await expect(olga.page.getByText('The invitation is on its way')).toBeVisible();
  });

  await gus.page.goto(link);
  await fillAndPress(gus.page, { 'Your name': 'Gus' }, 'Go in as a guest');
  await gus.page.waitForURL(/\/space\//);
  await gus.goThroughDoor();
  await gus.isIn('member');
});

test('Adam is to be an admin, which needs an account: he signs in on the way and comes back', async ({
  server,
  invite,
}) => {
  const { api, olga, spaceId } = await foundCompany(server);
  const account = await api.makeAccount('Ada');
  const token = await api.invite(olga, spaceId, { role: 'admin' });
  const ada = await invite('Ada');
  await ada.enter(server.url);
  await ada.page.goto(`${server.url}/invite/${token}`);
  await expect(ada.page.getByText('For this role you need an account')).toBeVisible();
  await ada.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await ada.page.waitForURL(/\/sign-in/);
  await fillAndPress(ada.page, { Email: account.email, Password: testPassword }, 'Sign in');
  await ada.page.waitForURL(`${server.url}/invite/${token}`);
  await ada.page.getByRole('button', { name: 'Accept and go in' }).click();
  await ada.goThroughDoor();
  await ada.isIn('admin');
});

test('a withdrawn invitation says so, on a page that is open already too; one that is over as well', async ({
  server,
  home,
  invite,
}) => {
  const { api, olga: account, spaceId } = await foundCompany(server);
  const lasting = await api.invite(account, spaceId);
  const [olga, gus] = [await invite('Olga', { viewport: pageWindow }), await invite('Gus')];
  await olga.signIn(server, account);
  await olga.page.goto(`${server.url}/space/${spaceId}/settings/invitations`);
  await olga.page.getByRole('button', { name: 'Make the link' }).click();
  const link = await olga.page.getByRole('textbox', { name: 'Invite link' }).inputValue();
  await gus.page.goto(link);
  await expect(gus.page.getByRole('button', { name: 'Go in as a guest' })).toBeVisible();

  await olga.page.reload();
  await olga.page.getByRole('button', { name: 'Withdraw the invitation for Link' }).first().click();
  await olga.page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(news(olga.page, 'The invitation is withdrawn')).toBeVisible();
  await fillAndPress(gus.page, { 'Your name': 'Gus' }, 'Go in as a guest');
  await expect(complaint(gus.page)).toContainText('This invitation does not work any more.');
  await gus.page.goto(link);
  await expect(noGood(gus.page)).toBeVisible();

  await server.stop();
  const later = await startServer(home, ['--import', './e2e/support/eightDaysLater.ts', 'server/index.ts']);
  try {
    await gus.page.goto(`${server.url}/invite/${lasting}`);
    await expect(noGood(gus.page)).toBeVisible();
  } finally {
    await later.stop();
  }
});

test('Mallory is banned: an invitation does not let her in', async ({ server, invite }) => {
  const { api, olga, spaceId } = await foundCompany(server);
  const account = await api.makeAccount('Mallory');
  await api.must(201, 'POST', `/spaces/${spaceId}/bans`, {
    cookie: olga.cookie,
    body: { userId: account.id, reason: 'Shouting' },
  });
  const token = await api.invite(olga, spaceId);
  const mallory = await invite('Mallory', { viewport: pageWindow });
  await mallory.signIn(server, account);
  await mallory.page.goto(`${server.url}/invite/${token}`);
  await mallory.page.getByRole('button', { name: 'Accept and go in' }).click();
  await expect(complaint(mallory.page)).toContainText('This space is closed to you.');
  await mallory.page.goto(`${server.url}/space/${spaceId}`);
  await expect(mallory.page.getByRole('heading', { name: 'You cannot enter Lighthouse' })).toBeVisible();
});
