import type { Locator, Page } from '@playwright/test';
import type { Account } from '../../server/testing/RunningApi.ts';
import type { Person, PersonOptions } from './Person.ts';
import type { Invite } from './scenario.ts';
import type { Server } from './server.ts';

/** The window of somebody who looks after a space: list of people and tools have room beside each other. */
export const hostWindow = { width: 960, height: 640 };

/** Brings somebody with an account into a space. */
export async function enterAs(
  invite: Invite,
  server: Pick<Server, 'url'>,
  account: Account,
  space: string,
  options: PersonOptions = {},
): Promise<Person> {
  const person = await invite(account.name, options);
  await person.signIn(server, account);
  await person.enterSpace(server.url, space);
  return person;
}

/** The list of people, opened if it is closed. */
export async function peoplePanel(page: Page): Promise<Locator> {
  const panel = page.getByRole('complementary', { name: 'People' });
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'People', exact: true }).click();
  await panel.waitFor();
  return panel;
}

/** Somebody's menu in the list of people, opened. */
export async function personMenu(page: Page, name: string): Promise<Locator> {
  const panel = await peoplePanel(page);
  await panel.getByRole('button', { name: `More about ${name}`, exact: true }).click();
  return openedMenu(page);
}

/** The menu of the place, opened. */
export async function placeMenu(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /Menu$/ }).click();
  return openedMenu(page);
}

/** Chooses a line of an open menu. */
export async function choose(menu: Locator, item: string): Promise<void> {
  await menu.getByRole('menuitem', { name: item, exact: true }).click();
}

async function openedMenu(page: Page): Promise<Locator> {
  const menu = page.getByRole('menu');
  await menu.waitFor();
  return menu;
}

/** Gives somebody a role by the menu in the list of people. */
export async function giveRole(page: Page, name: string, role: string): Promise<void> {
  const menu = await personMenu(page, name);
  // By keys: a pointer that moves before the second menu has found its place closes it again.
  await menu.getByRole('menuitem', { name: 'Change role' }).press('ArrowRight');
  await page.getByRole('menuitemradio', { name: role, exact: true }).press('Enter');
}
