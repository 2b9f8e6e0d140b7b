import { testPassword } from '../server/testing/RunningApi.ts';
import { cardOf, menuOf, news } from './support/forms.ts';
import { Keyboard } from './support/Keyboard.ts';
import { linkAfter } from './support/letters.ts';
import { expect, pageWindow, test } from './support/scenario.ts';
import { foundCompany } from './support/world.ts';

test('Ines makes an account, signs out and in again without a pointer', async ({ server, invite }) => {
  const { page } = await invite('Ines', { viewport: pageWindow });
  const keys = new Keyboard(page);
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await page.goto(server.url);
  await keys.press(page.getByRole('navigation').getByRole('link', { name: 'Create account' }));
  await page.waitForURL(/\/sign-up/);
  await keys.write(field('Name'), 'Ines');
  await keys.write(field('Email'), 'ines@example.org');
  await keys.write(field('Password'), testPassword);
  const link = await linkAfter(server, 'confirm', async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused();
  });
  await page.goto(link);
  await keys.press(page.getByRole('button', { name: 'Confirm' }));
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeFocused();
  await keys.press(page.getByRole('link', { name: 'Go on' }));
  await page.waitForURL(/\/spaces$/);

  await keys.fromMenu(menuOf(page, 'Ines'), page.getByRole('menuitem', { name: 'Sign out' }));
  await page.waitForURL(`${server.url}/`);
  await keys.press(page.getByRole('navigation').getByRole('link', { name: 'Sign in' }));
  await page.waitForURL(/\/sign-in/);
  await keys.write(field('Email'), 'ines@example.org');
  await keys.write(field('Password'), 'no such words');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
  await keys.write(field('Password'), testPassword);
  await keys.press(page.getByRole('main').getByRole('button', { name: 'Sign in' }));
  await page.waitForURL(/\/spaces$/);
});

test('Olga makes a space, deletes it and takes it back without a pointer', async ({ server, invite }) => {
  const { olga: account } = await foundCompany(server);
  const olga = await invite('Olga', { viewport: pageWindow });
  await olga.signIn(server, account);
  const { page } = olga;
  const keys = new Keyboard(page);
  await page.goto(`${server.url}/spaces`);
  await keys.press(page.getByRole('main').getByRole('link', { name: 'New space' }));
  await page.waitForURL(/\/spaces\/new/);
  await keys.tabTo(page.getByRole('radio', { checked: true }).first());
  await keys.arrowTo(page.getByRole('radio', { name: 'Garden cabin' }));
  await keys.write(page.getByLabel('Name', { exact: true }), 'Boathouse');
  await keys.tabTo(page.getByRole('radio', { checked: true }).nth(1));
  await keys.arrowTo(page.getByRole('radio', { name: 'Only people who are invited' }));
  await keys.tabTo(page.getByRole('switch', { name: 'A resident lives here' }));
  await page.keyboard.press('Space');
  await keys.press(page.getByRole('button', { name: 'Create space' }));
  await page.waitForURL(/\/space\/boathouse/);

  await page.goto(`${server.url}/spaces`);
  const choice = page.getByRole('menuitem', { name: 'Delete' });
  await keys.fromMenu(page.getByRole('button', { name: 'More for Boathouse' }), choice);
  await expect(cardOf(page, 'Boathouse')).toBeHidden();
  await keys.press(news(page, 'Boathouse is deleted').getByRole('button', { name: 'Undo' }));
  await expect(cardOf(page, 'Boathouse')).toBeVisible();
});

test('Olga gives Max another role and invites somebody without a pointer', async ({ server, invite }) => {
  const { api, olga: account, spaceId } = await foundCompany(server);
  const olga = await invite('Olga', { viewport: pageWindow });
  await olga.signIn(server, account);
  const { page } = olga;
  const keys = new Keyboard(page);
  await page.goto(`${server.url}/space/${spaceId}/settings/members`);
  const role = page.getByRole('button', { name: /^Role of Max/ });
  await keys.fromMenu(role, page.getByRole('menuitemradio', { name: 'Moderator' }));
  await expect(news(page, 'Max is now a moderator')).toBeVisible();
  await expect(role).toBeFocused();

  await keys.press(page.getByRole('link', { name: 'Invitations' }));
  await page.waitForURL(/\/settings\/invitations/);
  const terms = page.getByRole('combobox', { name: 'They come as' });
  await keys.choose(terms, page.getByRole('option', { name: 'Moderator' }));
  await keys.press(page.getByRole('button', { name: 'Make the link' }));
  const link = page.getByRole('textbox', { name: 'Invite link' });
  await keys.tabTo(link);
  const token = (await link.inputValue()).split('/').at(-1);
  const preview = await api.must<{ role: string }>(200, 'GET', `/invitations/${token}`);
  expect(preview.role).toBe('moderator');
});
