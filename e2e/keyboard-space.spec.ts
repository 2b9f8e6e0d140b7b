import { enterAs, hostWindow } from './support/host.ts';
import { arrowTo, tabTo } from './support/keys.ts';
import { expect, test } from './support/scenario.ts';
import { foundCompany } from './support/world.ts';

test('Mona looks after the space by the keyboard alone', async ({ server, invite }) => {
  const { api, spaceId, mona: monaHerself, max } = await foundCompany(server);
  await Promise.all([api.join(spaceId, max), api.join(spaceId, await api.makeGuest('Gus'))]);
  const { page } = await enterAs(invite, server, monaHerself, spaceId, { viewport: hostWindow });
  const { keyboard } = page;
  const map = page.locator('#content');
  await expect(map).toBeFocused();

  // The list opens by its key and closes by Escape, and the map has the keys again.
  const panel = page.getByRole('complementary', { name: 'People' });
  await keyboard.press('p');
  await expect(panel.getByText('Gus', { exact: true })).toBeVisible();
  await keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(map).toBeFocused();

  // A menu: Escape closes it and leaves the focus on its button.
  await keyboard.press('p');
  const ofGus = panel.getByRole('button', { name: 'More about Gus' });
  await tabTo(page, ofGus);
  await keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(ofGus).toBeFocused();
  await expect(panel, 'Escape closed the menu alone').toBeVisible();

  // A ban with a reason, first thought better of.
  const question = page.getByRole('alertdialog', { name: 'Ban Gus' });
  await keyboard.press('Enter');
  await arrowTo(page, 'Ban…');
  await keyboard.press('Enter');
  await expect(question).toBeVisible();
  await keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(ofGus).toBeFocused();
  await keyboard.press('Enter');
  await arrowTo(page, 'Ban…');
  await keyboard.press('Enter');
  await tabTo(page, question.getByLabel('Reason'));
  await keyboard.type('Loud music');
  await keyboard.press('Enter');
  await expect(page.getByText('Gus is kept out')).toBeVisible();
  await expect(question).toBeHidden();
  await expect(panel.getByText('Gus', { exact: true })).toBeHidden();
  await expect(page.locator('body'), 'the focus is not lost').not.toBeFocused();

  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await tabTo(page, undo);
  await keyboard.press('Enter');
  await expect(page.getByText('Gus may come back')).toBeVisible();
  const { items } = await api.must<{ items: unknown[] }>(200, 'GET', `/spaces/${spaceId}/bans`, {
    cookie: monaHerself.cookie,
  });
  expect(items).toEqual([]);

  // Words to everybody.
  const place = page.getByRole('button', { name: /Menu$/ });
  await tabTo(page, place);
  await keyboard.press('Enter');
  await arrowTo(page, 'Announce…');
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Announce to everybody' });
  await tabTo(page, dialog.getByLabel('What you want to say'));
  await keyboard.type('Cake at four.');
  await tabTo(page, dialog.getByRole('button', { name: 'Announce', exact: true }));
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const banner = page.getByRole('alert').filter({ hasText: 'Cake at four.' });
  await expect(banner).toBeVisible();
  await tabTo(page, banner.getByRole('button', { name: 'Close the announcement' }));
  await keyboard.press('Enter');
  await expect(page.getByText('Cake at four.')).toBeHidden();
  await expect(map).toBeFocused();

  // The door.
  for (const [line, locked] of [
    ['Lock the space', 'true'],
    ['Unlock the space', 'false'],
  ] as const) {
    await tabTo(page, place);
    await keyboard.press('Enter');
    await arrowTo(page, line);
    await keyboard.press('Enter');
    await expect(page.locator(`[data-locked="${locked}"]`)).toBeVisible();
    await expect(place, 'the focus is back on the menu’s button').toBeFocused();
  }
  api.close();
});
