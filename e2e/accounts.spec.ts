import { readFile } from 'node:fs/promises';
import { testPassword } from '../server/testing/RunningApi.ts';
import { complaint, fillAndPress, leave, menuOf } from './support/forms.ts';
import { linkAfter } from './support/letters.ts';
import { firstSight, nextPress } from './support/moments.ts';
import type { Person } from './support/Person.ts';
import { places } from './support/places.ts';
import { pushedWithinMs } from './support/Stopwatch.ts';
import { expect, pageWindow, test } from './support/scenario.ts';
import { apiOf } from './support/world.ts';

async function signOut(person: Person): Promise<void> {
  await menuOf(person.page, person.name).click();
  await person.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(person.page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
}

test('Gus comes as a guest, makes an account and is the same person on the same tile', async ({
  server,
  invite,
}) => {
  const gus = await invite('Gus');
  const email = 'gus@example.org';
  await gus.enter(server.url);
  await gus.walkTo(places.far);

  await leave(gus.page);
  await menuOf(gus.page, 'Gus').click();
  await gus.page.getByRole('menuitem', { name: 'Keep this account' }).click();
  await expect(gus.page.getByRole('heading', { name: 'Keep this account' })).toBeVisible();
  await expect(gus.page.getByLabel('Name', { exact: true })).toHaveValue('Gus');
  const link = await linkAfter(server, 'confirm', async () => {
    await fillAndPress(gus.page, { Email: email, Password: testPassword }, 'Create account');
    await expect(gus.page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  });
  await gus.page.goto(link);
  await gus.page.getByRole('button', { name: 'Confirm' }).click();
  await expect(gus.page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await gus.page.getByRole('link', { name: 'Go on' }).click();

  await expect(gus.page.getByText('Enter as')).toBeVisible();
  await gus.goThroughDoor();
  await gus.expectTile(places.far);
});

test('Olga signs out, is told kindly of a wrong password, and comes in by the right one', async ({
  server,
  invite,
}) => {
  const account = await apiOf(server).makeAccount('Olga');
  const olga = await invite('Olga', { viewport: pageWindow });
  await olga.signIn(server, account);
  await olga.page.goto(`${server.url}/spaces`);
  await signOut(olga);

  await olga.page.goto(`${server.url}/spaces`);
  await olga.page.waitForURL(/\/sign-in\?returnTo=/);
  await fillAndPress(olga.page, { Email: account.email, Password: 'not this one at all' }, 'Sign in');
  await expect(complaint(olga.page)).toContainText('The address and the password do not belong together.');
  await fillAndPress(olga.page, { Password: testPassword }, 'Sign in');
  await olga.page.waitForURL(`${server.url}/spaces`);
  await expect(menuOf(olga.page, 'Olga')).toBeVisible();
});

test('Olga sets a new password by a link: her other browser leaves its space and says why', async ({
  server,
  invite,
}) => {
  const api = apiOf(server);
  const account = await api.makeAccount('Olga');
  const [atWork, atHome] = [await invite('Olga'), await invite('Olga', { viewport: pageWindow })];
  await atWork.signIn(server, account);
  await atWork.enterSpace(server.url, 'demo');

  await atHome.page.goto(`${server.url}/sign-in`);
  await atHome.page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(atHome.page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
  const link = await linkAfter(server, 'reset-password', async () => {
    await fillAndPress(atHome.page, { Email: account.email }, 'Send the link');
    await expect(atHome.page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  });
  const password = 'a lighthouse eats violet rain';
  await atHome.page.goto(link);
  await fillAndPress(atHome.page, { 'New password': password }, 'Set the password');
  await atHome.page.waitForURL(`${server.url}/spaces`);
  await expect(menuOf(atHome.page, 'Olga')).toBeVisible();

  await expect(atWork.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  const enter = (typed: string) =>
    api.ask('POST', '/session', { body: { email: account.email, password: typed } });
  expect((await enter(testPassword)).status).toBe(401);
  expect((await enter(password)).status).toBe(200);
  await atHome.page.goto(link);
  await fillAndPress(atHome.page, { 'New password': `${password} again` }, 'Set the password');
  await expect(atHome.page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});

test('Ola becomes the first operator by the printed link, which works once', async ({ server, invite }) => {
  const link = `${server.url}/setup/${await apiOf(server).linkInLog('setup')}`;
  const [ola, mallory] = [await invite('Ola', { viewport: pageWindow }), await invite('Mallory')];
  for (const person of [ola, mallory]) {
    await person.page.goto(link);
    await expect(person.page.getByRole('heading', { name: 'Make the first account' })).toBeVisible();
  }
  const fields = ({ name }: Person) => ({
    Name: name,
    Email: `${name.toLowerCase()}@example.org`,
    Password: testPassword,
  });
  await fillAndPress(ola.page, fields(ola), 'Become the operator');
  await ola.page.waitForURL(`${server.url}/spaces`);
  await menuOf(ola.page, 'Ola').click();
  await expect(ola.page.getByRole('menu').getByText('Operator')).toBeVisible();

  await fillAndPress(mallory.page, fields(mallory), 'Become the operator');
  await expect(mallory.page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  await expect(menuOf(mallory.page, 'Mallory')).toBeHidden();
});

test('Olga signs out everywhere: her open space hears of it at once', async ({ server, invite }, info) => {
  const account = await apiOf(server).makeAccount('Olga');
  const [inside, outside] = [await invite('Olga'), await invite('Olga', { viewport: pageWindow })];
  for (const person of [inside, outside]) await person.signIn(server, account);
  await inside.enterSpace(server.url, 'demo');
  await outside.page.goto(`${server.url}/account/security`);
  await outside.page.getByRole('button', { name: 'Sign out everywhere' }).click();

  const [seen, pressed] = [
    await firstSight(inside.page, 'h1', 'You are signed out'),
    await nextPress(outside.page),
  ];
  const dialog = outside.page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  const tookMs = (await seen()) - (await pressed());

  await expect(inside.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await outside.page.waitForURL(/\/sign-in/);
  const figure = `${tookMs} ms from the press to the end of the open space`;
  info.annotations.push({ type: 'sign out everywhere', description: figure });
  await info.attach('sign-out-everywhere.txt', { body: figure, contentType: 'text/plain' });
  expect(tookMs).toBeLessThan(pushedWithinMs);
});

test('Olga takes her data along and deletes her account: her cookies are nobody from then on', async ({
  server,
  invite,
}) => {
  const api = apiOf(server);
  const account = await api.makeAccount('Olga');
  const olga = await invite('Olga', { viewport: pageWindow });
  await olga.signIn(server, account);
  await olga.page.goto(`${server.url}/account/data`);
  const download = olga.page.waitForEvent('download');
  await olga.page.getByRole('button', { name: 'Download' }).click();
  const file = await (await download).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    profile: { id: account.id, name: 'Olga', email: account.email },
  });

  await olga.page.getByRole('button', { name: 'Delete the account' }).click();
  const dialog = olga.page.getByRole('alertdialog');
  const confirm = dialog.getByRole('button', { name: 'Delete for good' });
  await dialog.getByLabel('Your password', { exact: true }).fill(testPassword);
  const typed = dialog.getByLabel('Type “Olga” to go on');
  await typed.fill('Olg');
  await expect(confirm).toBeDisabled();
  await typed.fill('Olga');
  await confirm.click();
  await olga.page.waitForURL(`${server.url}/`);
  await expect(olga.page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();

  expect((await api.ask('GET', '/me', { cookie: account.cookie })).status).toBe(401);
  const body = { email: account.email, password: testPassword };
  expect((await api.ask('POST', '/session', { body })).status).toBe(401);
});
