import { violationsOf } from './support/axe.ts';
import { choose, enterAs, hostWindow, peoplePanel, personMenu, placeMenu } from './support/host.ts';
import { expect, test } from './support/scenario.ts';
import { editSpace, foundCompany } from './support/world.ts';

/** A menu belongs to its button and lies over everything: that it stands in no landmark is no fault (axe only advises it). */
const overlaid = ['region'];

test('axe finds nothing in the space, by day and by night, with its list, menus and windows open', async ({
  server,
  invite,
}) => {
  const { api, spaceId, olga, adam: adamHimself, max } = await foundCompany(server);
  await editSpace(api, olga, spaceId, { welcomeText: 'The kitchen is on the right.' });
  await api.join(spaceId, max);
  const { page } = await enterAs(invite, server, adamHimself, spaceId, { viewport: hostWindow });
  const body = { text: 'Cake in the kitchen at four.' };
  await api.must(201, 'POST', `/spaces/${spaceId}/announcements`, { cookie: olga.cookie, body });
  await expect(page.getByText(body.text)).toBeVisible();

  const look = async (what: string, without: readonly string[] = []): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect.soft(await violationsOf(page, without), `${what}, ${colorScheme}`).toEqual([]);
    }
  };
  await look('announcement and welcome');
  await placeMenu(page);
  await page.keyboard.press('ArrowDown');
  await look('menu of the place', overlaid);
  await page.keyboard.press('Escape');
  await peoplePanel(page);
  await look('list of people');
  const menu = await personMenu(page, 'Max');
  await menu.getByRole('menuitem', { name: 'Change role' }).press('ArrowRight');
  await expect(page.getByRole('menuitemradio', { name: 'Moderator' })).toBeVisible();
  await look('menus of a person', overlaid);
  await page.keyboard.press('Escape');
  await choose(await personMenu(page, 'Max'), 'Ban…');
  await expect(page.getByRole('alertdialog', { name: 'Ban Max' })).toBeVisible();
  await look('ban');
  await page.keyboard.press('Escape');
  await choose(await placeMenu(page), 'Announce…');
  await expect(page.getByRole('dialog', { name: 'Announce to everybody' })).toBeVisible();
  await look('announce');
  api.close();
});
