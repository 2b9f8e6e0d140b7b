import { choose, enterAs, hostWindow, placeMenu } from './support/host.ts';
import { expect, test } from './support/scenario.ts';
import { editSpace, foundCompany } from './support/world.ts';

test('Adam announces something: everybody inside reads it, and screen readers say it', async ({
  server,
  invite,
}) => {
  const { api, spaceId, adam: adamHimself, max: maxHimself } = await foundCompany(server);
  const max = await enterAs(invite, server, maxHimself, spaceId);
  const gus = await enterAs(invite, server, await api.makeGuest('Gus'), spaceId);
  const adam = await enterAs(invite, server, adamHimself, spaceId, { viewport: hostWindow });
  const words = 'Cake in the kitchen at four.';
  await choose(await placeMenu(adam.page), 'Announce…');
  const dialog = adam.page.getByRole('dialog', { name: 'Announce to everybody' });
  await dialog.getByLabel('What you want to say').fill(words);
  await dialog.getByRole('button', { name: 'Announce', exact: true }).click();
  await expect(adam.page.getByText('3 people got your announcement')).toBeVisible();

  for (const { page } of [adam, max, gus]) {
    const live = page.getByRole('alert').filter({ hasText: words });
    await expect(live).toBeVisible();
    await expect(live.getByText('Adam says to everybody')).toBeVisible();
  }
  await max.page.getByRole('button', { name: 'Close the announcement' }).click();
  await expect(max.page.getByText(words)).toHaveCount(0);
  await expect(max.page.locator('#content')).toBeFocused();
});

test('Max reads the welcome on his first visit, and later when he asks for it', async ({
  server,
  invite,
}) => {
  const { api, spaceId, olga, max: maxHimself } = await foundCompany(server);
  const words = 'The kitchen is on the right.\nBe kind.';
  await editSpace(api, olga, spaceId, { welcomeText: words });
  const max = await enterAs(invite, server, maxHimself, spaceId, { viewport: hostWindow });
  const welcome = max.page.getByRole('status').filter({ hasText: 'The kitchen is on the right.' });
  await expect(welcome.getByRole('heading', { name: 'Welcome to Lighthouse' })).toBeVisible();
  await expect(welcome.getByText('Be kind.')).toBeVisible();
  await welcome.getByRole('button', { name: 'Close the welcome' }).click();
  await expect(welcome).toHaveCount(0);

  await max.reload();
  await max.isLive();
  await expect(welcome).toHaveCount(0);
  await choose(await placeMenu(max.page), 'Read the welcome again');
  await expect(welcome.getByRole('heading', { name: 'Welcome to Lighthouse' })).toBeVisible();
});

test('Mona locks the space: newcomers wait, a moderator gets in, and unlocking lets them in by themselves', async ({
  server,
  invite,
}) => {
  const { api, spaceId, mona: monaHerself, max: maxHimself, adam: adamHimself } = await foundCompany(server);
  const mona = await enterAs(invite, server, monaHerself, spaceId, { viewport: hostWindow });
  const max = await invite('Max');
  await max.signIn(server, maxHimself);
  await max.page.goto(`${server.url}/space/${spaceId}`);
  const enter = max.page.getByRole('button', { name: /^Enter/ });
  await expect(enter).toBeVisible();

  await choose(await placeMenu(mona.page), 'Lock the space');
  await expect(mona.page.getByText('The space is locked')).toBeVisible();
  await expect(mona.page.getByRole('button', { name: /^Lighthouse, locked/ })).toBeVisible();
  // Max stood at the door already, Gus comes to a closed one.
  await enter.click();
  const closed = { name: 'Lighthouse is locked' };
  await expect(max.page.getByRole('heading', closed)).toBeVisible();
  const gus = await invite('Gus');
  await gus.signIn(server, await api.makeGuest('Gus'));
  await gus.page.goto(`${server.url}/space/${spaceId}`);
  await expect(gus.page.getByRole('heading', closed)).toBeVisible();
  const adam = await enterAs(invite, server, adamHimself, spaceId);
  await adam.close();

  await choose(await placeMenu(mona.page), 'Unlock the space');
  await expect(mona.page.getByText('The space is open again')).toBeVisible();
  await max.isLive();
  await gus.goThroughDoor();
});
